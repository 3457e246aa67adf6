import { beforeEach, describe, expect, test } from "vitest";
import type { MediaSource } from "../../../src/application/media/ports/media-sources.js";
import { cliShop } from "./cli-shop.js";

const BROKEN = "https://img.example/mug.jpg";

describe("plinth media", () => {
  let shop: ReturnType<typeof cliShop>;
  const rows = () => shop.database.rows<MediaSource>("media-source");
  beforeEach(() => {
    shop = cliShop();
  });
  const breakOne = () =>
    void rows().set(BROKEN, {
      id: BROKEN,
      url: BROKEN,
      status: "FAILED",
      problem: "NOT_FOUND",
      attempts: 5,
      dueAt: null,
      file: null,
    });

  test("lists failed images with their problem", async () => {
    expect((await shop.run("media", "list")).out).toBe("No image is failed.\n");
    breakOne();

    expect((await shop.run("media", "list")).out).toMatch(
      /\| https:\/\/img\.example\/mug\.jpg +\| 5 +\| NOT_FOUND +\|/,
    );
    expect((await shop.run("media", "list", "--status", "ready")).out).toBe("No image is ready.\n");
  });

  test("fetches all failed images again, or the given ones", async () => {
    breakOne();

    expect((await shop.run("media", "retry")).out).toBe("1 image will be fetched again.\n");
    expect(rows().get(BROKEN)).toMatchObject({ status: "PENDING", attempts: 0 });
    expect((await shop.run("media", "retry", "https://img.example/jug.jpg")).out).toBe(
      "1 image will be fetched again.\n",
    );
  });

  test("refuses what is not an address, and fetches nothing then", async () => {
    await expect(shop.run("media", "retry", BROKEN, "mug.jpg")).rejects.toThrow(
      /is not a valid image URL/,
    );
    expect(rows().size).toBe(0);
  });
});
