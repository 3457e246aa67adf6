import { beforeEach, describe, expect, test } from "vitest";
import type { MediaSource } from "../../../src/application/catalog/media/media-ports.js";
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

  test("lists what is broken, and why", async () => {
    expect((await shop.run("media", "list")).out).toBe("No image is failed.\n");
    breakOne();

    expect((await shop.run("media", "list")).out).toMatch(
      /\| https:\/\/img\.example\/mug\.jpg +\| 5 +\| NOT_FOUND +\|/,
    );
    expect((await shop.run("media", "list", "--status", "ready")).out).toBe("No image is ready.\n");
  });

  test("has everything that is broken fetched again, or what is named", async () => {
    breakOne();

    expect((await shop.run("media", "retry")).out).toBe("1 image will be fetched again.\n");
    expect(rows().get(BROKEN)).toMatchObject({ status: "PENDING", attempts: 0 });
    expect((await shop.run("media", "retry", "https://img.example/jug.jpg")).out).toBe(
      "1 image will be fetched again.\n",
    );
  });

  test("says what is no address, and has nothing fetched then", async () => {
    await expect(shop.run("media", "retry", BROKEN, "mug.jpg")).rejects.toThrow(
      /is not the address of an image/,
    );
    expect(rows().size).toBe(0);
  });
});
