import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { MediaStorage } from "../../../src/application/media/ports/media-storage.js";
import { imageQuery, imageVariant } from "../../../src/domain/media/image-variant.js";
import { sizeFromFileName } from "../../../src/domain/media/media-file.js";
import { offeredVariant } from "../../../src/domain/media/offered-variant.js";
import type { Drawing } from "../../../src/infrastructure/media/drawing.js";
import { imagesOf, patient } from "../../builders/served-images.js";

const MUG = "01h00000000000000000000001-800x600.png";
const PLATE = "01h00000000000000000000002-800x600.png";

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
  const unneeded = () => Promise.reject(new Error("Only variants are drawn."));
  const drawing: Drawing = {
    sizeOf: unneeded,
    redraw: unneeded,
    reduce: unneeded,
    variant: async (path, { width, height, fit, focus }, format) => {
      draws += 1;
      const source = await readFile(path, "utf8");
      return Buffer.from(JSON.stringify([source, width, height, fit, focus, format]));
    },
  };
  const images = imagesOf({ "": storage }, { drawing });
  const open = async (
    name: string,
    request: Readonly<Record<string, string>>,
    accepts = "",
  ): Promise<string> => {
    const variant = imageVariant(request);
    const offered = variant && offeredVariant(variant, sizeFromFileName(name));
    const query = offered ? imageQuery(offered) : "";
    const found = await images.open({
      name,
      variant: offered,
      query,
      accepts,
      requester: patient(),
    });
    return found && "read" in found ? textOf(found.read()) : "moved";
  };
  return { open, draws: () => draws };
};

describe("a variant of a picture", () => {
  test("is never served for a request that differs from its own", async () => {
    const { open, draws } = drawnPictures();
    const ways = [
      { w: "320", h: "320", fit: "cover" },
      { w: "320", h: "240", fit: "contain" },
      { w: "480", h: "480", fit: "cover" },
      { w: "320", h: "180", fit: "cover" },
      { w: "320", h: "427", fit: "cover" },
      { w: "320", h: "320", fit: "cover", focus: "0x50" },
      { w: "320", h: "180", fit: "cover", focus: "50x0" },
      { w: "320", h: "320", fit: "cover", focus: "100x100" },
      { w: "320", h: "320", fit: "cover", format: "jpeg" },
      { w: "320", h: "320", fit: "cover", format: "webp" },
      { w: "480" },
      { w: "320", format: "jpeg" },
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

    expect(await open(MUG, { w: "960" })).toBe(MUG);
    expect(await open("01h00000000000000000000003-640x600.png", { w: "640" })).toBe(
      "01h00000000000000000000003-640x600.png",
    );
    expect(draws()).toBe(0);
    await open(MUG, { w: "640" });
    expect(draws()).toBe(1);
  });
});
