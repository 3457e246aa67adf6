import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { isStorableName } from "../../../src/infrastructure/media/is-storable-name.js";
import { SharpPictures } from "../../../src/infrastructure/media/sharp-pictures.js";
import { hugePng, jpegWithSpareBytes, longGif, lyingJpeg } from "../../builders/pictures.js";

const folder = mkdtempSync(join(tmpdir(), "plinth-pictures-"));
const redraw = (pixels: number, path: string) =>
  new SharpPictures({ pixels }).redraw(path, join(folder, "redrawn"));
const drawn = async (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#c00" } })
    .png()
    .toBuffer();

describe("a picture", () => {
  test("may have as many pixels as the limit says, and not one more", async () => {
    const path = join(folder, "mug.png");
    writeFileSync(path, await drawn(40, 25));

    const mug = await redraw(1_000, path);
    expect([mug.width, mug.height]).toEqual([40, 25]);
    await expect(redraw(999, path)).rejects.toMatchObject({ code: "IMAGE_TOO_LARGE" });
  });

  test("may have a single pixel", async () => {
    const path = join(folder, "dot.png");
    writeFileSync(path, await drawn(1, 1));

    const dot = await redraw(1, path);
    expect([dot.width, dot.height, dot.bytes > 0]).toEqual([1, 1, true]);
  });
});

describe("a picture that is not what its header says", () => {
  const redrawn = async (content: Buffer) => {
    const path = join(folder, "incoming");
    writeFileSync(path, content);
    const picture = await redraw(40_000_000, path);
    return [picture.width, picture.height];
  };

  test("is refused when it is a JPEG that has less than half of it", async () => {
    const lies = [
      await lyingJpeg({ width: 64, height: 64 }, { width: 6_000, height: 6_000 }),
      await lyingJpeg({ width: 400, height: 400 }, { width: 400, height: 900 }),
    ];

    for (const lie of lies)
      await expect(redrawn(lie)).rejects.toMatchObject({ code: "IMAGE_UNREADABLE" });
  });

  test("is refused when it is a PNG that has only some of its rows", async () => {
    const lying = hugePng({ width: 6_000, height: 6_000 });

    await expect(redrawn(lying)).rejects.toMatchObject({ code: "IMAGE_UNREADABLE" });
  });

  test("is accepted when it is a whole JPEG with spare bytes between its parts", async () => {
    expect(await redrawn(await jpegWithSpareBytes({ width: 80, height: 60 }))).toEqual([80, 60]);
  });

  test("may have 2,000 frames, and 300,000 are refused at once", async () => {
    expect(await redrawn(longGif(2_000))).toEqual([1, 1]);
    for (const frames of [2_001, 300_000])
      await expect(redrawn(longGif(frames))).rejects.toMatchObject({ code: "IMAGE_TOO_LARGE" });
  });
});

describe("the name of a picture", () => {
  const named = (length: number) =>
    `${"x".repeat(150)}/${"x".repeat(150)}/${"x".repeat(length - 306)}.png`;

  test("may have 400 characters, and not one more", () => {
    expect(named(400)).toHaveLength(400);
    expect(isStorableName(named(400))).toBe(true);
    expect(isStorableName(named(401))).toBe(false);
  });
});
