import { mkdtempSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KEY } from "../interface/http/toy-server.js";
import { startPlinth, type RunningPlinth } from "./plinth-process.js";

const LARGE = { width: 4_000, height: 2_000 };

describe("a server that draws images", () => {
  const folder = mkdtempSync(join(tmpdir(), "plinth-e2e-images-"));
  let server: RunningPlinth;
  let large = "";
  beforeAll(async () => {
    server = await startPlinth({
      PLINTH_DATA_DIR: folder,
      PLINTH_ADMIN_KEY: KEY,
      PLINTH_TRUST_PROXY: "127.0.0.1",
      PLINTH_LIMIT_DRAWINGS: "1",
      // A busy machine takes its time.
      PLINTH_LIMIT_DRAWING_WAIT_MS: "off",
      PLINTH_LIMIT_DRAWING_MS: "off",
    });
    const { url } = (await (
      await fetch(`${server.url}/admin/media`, {
        method: "POST",
        headers: { authorization: `Bearer ${KEY}` },
        body: new Uint8Array(
          await sharp({ create: { ...LARGE, channels: 3, background: "#c00" } })
            .jpeg()
            .toBuffer(),
        ),
      })
    ).json()) as { readonly url: string };
    large = new URL(url).pathname;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const ask = (path: string, client: string) =>
    fetch(server.url + path, { headers: { "x-forwarded-for": client } });

  test("draws variants of an uploaded image, and redirects to the offered ones", async () => {
    const answer = await ask(`${large}?w=300&format=webp`, "192.0.2.1");

    expect([answer.status, answer.url]).toEqual([200, `${server.url}${large}?w=320&format=webp`]);
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({
      width: 320,
      height: 160,
      format: "webp",
    });
    // The reduced image and the variant.
    expect(await readdir(join(folder, "media-cache"))).toHaveLength(2);
  });

  test("draws the image of one client between those of another", async () => {
    const drawn: string[] = [];
    const requested = [64, 96, 128, 160, 240, 480, 640, 800, 960, 1_280, 1_600, 1_920].flatMap(
      (width) => ["webp", "jpeg", "png"].map((format) => `${large}?w=${width}&format=${format}`),
    );
    const many = requested.map(async (path) => {
      const { status } = await ask(path, "192.0.2.1");
      drawn.push(`${status} to the one who asks for many`);
    });

    const { status } = await ask("/media/demo/everyday-mug-clay-800x800.webp?w=320", "192.0.2.2");
    expect([status, drawn.length < requested.length]).toEqual([200, true]);
    await Promise.all(many);
    expect(new Set(drawn)).toEqual(new Set(["200 to the one who asks for many"]));
  });

  test("ends with the processes that it started", async () => {
    expect(await server.stop()).toBe(0);
  });
});
