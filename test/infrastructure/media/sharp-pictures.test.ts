import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { noLimitCounters } from "../../../src/application/shared/limit-counters.js";
import { DEFAULT_LIMITS } from "../../../src/application/shared/limits.js";
import { cropBox } from "../../../src/domain/media/crop-box.js";
import { DrawingQueue } from "../../../src/infrastructure/media/drawing-queue.js";
import { QueuedPictures } from "../../../src/infrastructure/media/queued-pictures.js";
import { SharpPictures } from "../../../src/infrastructure/media/sharp-pictures.js";
import { animation, halves, hugePng, photo, png, SVG } from "../../builders/pictures.js";
import { cpuTime } from "../../cpu-time.js";

const MOST_PIXELS = 100_000;

const uploads = (folder: string, pixels: number) =>
  new QueuedPictures({
    drawing: new SharpPictures({ pixels }),
    queue: new DrawingQueue(DEFAULT_LIMITS, noLimitCounters),
    folder,
  });

describe("an uploaded picture", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "plinth-pictures-"));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const redraw = async (content: Buffer, pixels = MOST_PIXELS) => {
    const path = join(folder, "incoming");
    await writeFile(path, content);
    const redrawn = await uploads(folder, pixels).redraw(path);
    const drawn = await readFile(redrawn.path);
    await redrawn.discard();
    return { ...redrawn, drawn, shown: await sharp(drawn, { animated: true }).metadata() };
  };

  test("is redrawn upright, without metadata about its place and author", async () => {
    const before = await photo({ width: 80, height: 60 });
    const { width, height, format, bytes, drawn, shown } = await redraw(before);

    expect((await sharp(before).metadata()).exif).toBeDefined();
    expect({ width, height, format, bytes }).toEqual({
      width: 60,
      height: 80,
      format: "jpg",
      bytes: drawn.length,
    });
    expect([shown.exif, shown.icc, shown.xmp, shown.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(drawn.toString("latin1")).not.toContain("private");
  });

  test.each([
    ["PNG", "png", () => png({ width: 80, height: 60 })],
    ["WebP", "webp", () => halves({ width: 80, height: 60 }).webp().toBuffer()],
    ["AVIF", "webp", () => halves({ width: 80, height: 60 }).avif().toBuffer()],
  ] as const)("in %s is stored as %s", async (_name, stored, draw) => {
    expect(await redraw(await draw())).toMatchObject({ width: 80, height: 60, format: stored });
  });

  test("stays animated, with frames of the same size", async () => {
    expect(await redraw(await animation(3, { width: 40, height: 30 }))).toMatchObject({
      width: 40,
      height: 30,
      format: "webp",
      shown: { pages: 3 },
    });
  });

  test("in another colour space is converted to sRGB", async () => {
    const { shown } = await redraw(
      await halves({ width: 40, height: 30 }).withIccProfile("p3").jpeg().toBuffer(),
    );

    expect([shown.space, shown.icc]).toEqual(["srgb", undefined]);
  });

  test.each([
    ["a drawing that could run scripts", SVG],
    ["an HTML page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    [
      "a page behind a picture's first bytes, in the format that they name not",
      Buffer.concat([Buffer.from("GIF8"), SVG]),
    ],
    ["a TIFF", Buffer.from("II*\0aaaaaaaaaaaaaaaaaaaaaaaa", "latin1")],
    ["a PDF", Buffer.from("%PDF-1.7 aaaaaaaaaaaaaaaaaaaaaaaaaaa")],
    ["a video", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isommp42aaaaaaaaaa", "latin1")],
    ["nothing", Buffer.alloc(0)],
    ["a few bytes", Buffer.from("\x89PNG", "latin1")],
  ])("%s is refused by its content", async (_name, content) => {
    await expect(redraw(content)).rejects.toMatchObject({ code: "IMAGE_FORMAT_REFUSED" });
  });

  test("that is cut off is refused, in each format", async () => {
    const drawings = await Promise.all([
      png({ width: 300, height: 200 }),
      halves({ width: 300, height: 200 }).jpeg().toBuffer(),
      halves({ width: 300, height: 200 }).webp({ lossless: true }).toBuffer(),
      animation(4, { width: 60, height: 40 }),
    ]);

    for (const drawing of drawings)
      await expect(
        redraw(drawing.subarray(0, Math.floor(drawing.length / 2))),
      ).rejects.toMatchObject({ code: "IMAGE_UNREADABLE" });
    expect(await readdir(folder)).toEqual(["incoming"]);
  });

  test("with a script after its pixels is stored without the script", async () => {
    const { drawn } = await redraw(
      Buffer.concat([await png({ width: 8, height: 8 }), Buffer.from("<script>alert(1)</script>")]),
    );

    expect(drawn.toString("latin1")).not.toContain("script");
  });

  test("with a huge size in its head is refused before a pixel is decoded", async () => {
    const since = cpuTime();

    await expect(redraw(hugePng({ width: 30_000, height: 30_000 }))).rejects.toMatchObject({
      code: "IMAGE_TOO_LARGE",
    });
    await expect(redraw(hugePng({ width: 16_384, height: 2 }))).rejects.toMatchObject({
      code: "IMAGE_TOO_LARGE",
    });

    expect(cpuTime() - since).toBeLessThan(2_000);
  });

  test("whose frames together have too many pixels is refused, however small each is", async () => {
    await expect(redraw(await animation(50, { width: 50, height: 50 }))).rejects.toMatchObject({
      code: "IMAGE_TOO_LARGE",
      pixels: 125_000,
    });
  });

  test("is cropped around its focal point, as far as its edges allow", () => {
    const wide = { width: 400, height: 100 };

    expect(cropBox(wide, { width: 10, height: 10 }, { x: 50, y: 50 })).toEqual({
      left: 150,
      top: 0,
      width: 100,
      height: 100,
    });
    expect(cropBox(wide, { width: 10, height: 10 }, { x: 0, y: 0 })).toEqual({
      left: 0,
      top: 0,
      width: 100,
      height: 100,
    });
    expect(cropBox(wide, { width: 10, height: 10 }, { x: 100, y: 5 })).toEqual({
      left: 300,
      top: 0,
      width: 100,
      height: 100,
    });
    expect(
      cropBox({ width: 1, height: 1_000 }, { width: 64, height: 32 }, { x: 50, y: 50 }),
    ).toEqual({ left: 0, top: 500, width: 1, height: 1 });
  });
});
