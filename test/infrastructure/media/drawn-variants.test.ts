import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { MediaStorage } from "../../../src/application/media/ports/media-storage.js";
import { imageVariant } from "../../../src/domain/media/image-variant.js";
import { CachedImages } from "../../../src/infrastructure/media/cached-images.js";
import { Semaphore } from "../../../src/infrastructure/media/semaphore.js";
import { VariantCache } from "../../../src/infrastructure/media/variant-cache.js";

const MUG = "01h00000000000000000000001-800x600.png";
const PLATE = "01h00000000000000000000002-800x600.png";
const newFolder = () => mkdtempSync(join(tmpdir(), "plinth-drawn-"));

const textOf = async (content: AsyncIterable<Uint8Array> | undefined): Promise<string> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of content ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

/** Pictures that contain the request that they were drawn for, and how often one was drawn. */
const drawnPictures = () => {
  let draws = 0;
  const storage: MediaStorage = {
    save: async () => undefined,
    exists: async () => true,
    remove: async () => undefined,
    open: async (name) => ({
      bytes: name.length,
      tag: "unchanged",
      read: async function* () {
        yield Buffer.from(name);
      },
      close: async () => undefined,
    }),
  };
  const images = new CachedImages({
    storages: { "": storage },
    pictures: {
      variant: async (read, { width, height, fit, focus }, format) => {
        draws += 1;
        return Buffer.from(
          JSON.stringify([(await read()).toString(), width, height, fit, focus, format]),
        );
      },
    },
    cache: new VariantCache(newFolder(), 1_000_000),
  });
  const open = async (name: string, request: Readonly<Record<string, string>>, accepts = "") =>
    textOf((await images.open(name, imageVariant(request), accepts))?.read());
  return { open, draws: () => draws };
};

describe("a variant of a picture", () => {
  test("is never served for a request that differs from its own", async () => {
    const { open, draws } = drawnPictures();
    const ways = [
      { w: "320", h: "320", fit: "cover" },
      { w: "320", h: "320", fit: "contain" },
      { w: "320", h: "256", fit: "cover" },
      { w: "256", h: "320", fit: "cover" },
      { w: "320", h: "320", fit: "cover", focus: "0x50" },
      { w: "320", h: "320", fit: "cover", focus: "50x0" },
      { w: "320", h: "320", fit: "cover", focus: "100x100" },
      { w: "320", h: "320", fit: "cover", format: "jpeg" },
      { w: "320", h: "320", fit: "cover", format: "webp" },
      { w: "320" },
      { h: "320" },
    ];
    const all = async () => {
      const found: string[] = [];
      for (const name of [MUG, PLATE]) for (const way of ways) found.push(await open(name, way));
      return found;
    };

    const first = await all();
    expect(new Set(first).size).toBe(2 * ways.length);
    expect(await all()).toEqual(first);
    expect(draws()).toBe(2 * ways.length);
  });

  test("has a format that its client accepts, whatever earlier clients accepted", async () => {
    const { open } = drawnPictures();
    const format = async (accepts: string) =>
      /"(\w+)"\]$/.exec(await open(MUG, { w: "320", format: "auto" }, accepts))?.[1];

    expect(await format("image/avif,image/webp")).toBe("avif");
    expect(await format("image/webp")).toBe("webp");
    expect(await format("image/avif")).toBe("avif");
    expect(await format("image/png")).toBe("png");
  });

  test("is the picture when it would be as large as the picture", async () => {
    const { open, draws } = drawnPictures();

    expect(await open(MUG, { w: "828" })).toBe(MUG);
    expect(await open("01h00000000000000000000003-640x600.png", { w: "640" })).toBe(
      "01h00000000000000000000003-640x600.png",
    );
    expect(draws()).toBe(0);
    await open(MUG, { w: "750" });
    expect(draws()).toBe(1);
  });
});

describe("the cache of variants", () => {
  const ten = Buffer.alloc(10);
  const keys = async (cache: VariantCache, ...requested: readonly string[]) => {
    const found: string[] = [];
    for (const key of requested) {
      const cached = await cache.get(key);
      await cached?.close();
      if (cached) found.push(key);
    }
    return found;
  };

  test("is filled up to its limit, and makes room for the first byte beyond", async () => {
    const folder = newFolder();
    const cache = new VariantCache(folder, 30);
    for (const key of ["a", "b", "c"]) {
      await cache.save(key, ten);
      await wait(2);
    }
    expect(readdirSync(folder)).toHaveLength(3);

    await cache.save("d", Buffer.alloc(1));
    expect(await keys(cache, "a", "b", "c", "d")).toEqual(["b", "c", "d"]);
  });

  test("keeps variants that were requested recently, and removes others", async () => {
    const cache = new VariantCache(newFolder(), 30);
    for (const key of ["a", "b", "c"]) {
      await cache.save(key, ten);
      await wait(2);
    }
    await keys(cache, "a");
    await wait(2);
    await cache.save("d", ten);

    expect(await keys(cache, "a", "b", "c", "d")).toEqual(["a", "d"]);
  });

  test("counts the files of an earlier process", async () => {
    const folder = newFolder();
    for (const key of ["a", "b", "c"]) await new VariantCache(folder, 1_000).save(key, ten);
    await wait(20);

    await new VariantCache(folder, 30).save("d", ten);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("does not count a variant twice that is drawn again", async () => {
    const folder = newFolder();
    const cache = new VariantCache(folder, 30);
    await cache.save("a", ten);
    for (let time = 0; time < 5; time += 1) await cache.save("b", ten);

    expect(await keys(cache, "a", "b")).toEqual(["a", "b"]);
  });
});

describe("a semaphore with one permit and one waiting work", () => {
  test("refuses a third work, and runs the second one later", async () => {
    const semaphore = new Semaphore(1, 1);
    let open = (): void => undefined;
    const first = semaphore.run(() => new Promise<void>((done) => (open = done)));
    const second = semaphore.run(async () => "in");

    await expect(semaphore.run(async () => "in")).rejects.toMatchObject({ code: "MEDIA_BUSY" });
    open();
    await first;
    expect(await second).toBe("in");
  });
});
