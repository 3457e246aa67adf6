import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import type { ImageVariant } from "../../../src/domain/media/image-variant.js";
import { CENTRE } from "../../../src/domain/media/image-variant.js";
import { DiskStorage } from "../../../src/infrastructure/media/disk-storage.js";
import type { Drawing } from "../../../src/infrastructure/media/drawing.js";
import { SharpPictures } from "../../../src/infrastructure/media/sharp-pictures.js";
import { imagesOf, newFolder, patient } from "../../builders/served-images.js";

const WIDE = { width: 4_000, height: 2_000 };
const pictures = new SharpPictures({ pixels: 20_000_000 });

const red = ({ width, height }: typeof WIDE, alpha = 1): Sharp =>
  sharp({
    create: {
      width,
      height,
      channels: alpha < 1 ? 4 : 3,
      background: { r: 254, g: 0, b: 0, alpha },
    },
  });

const reduced = async (content: Buffer) => {
  const [path, target] = [join(newFolder(), "source"), join(newFolder(), "reduced")];
  writeFileSync(path, content);
  await pictures.reduce(path, target);
  return { target, shown: await sharp(target).metadata() };
};

describe("a large picture", () => {
  test("is reduced once for all its variants", async () => {
    const folder = newFolder();
    const name = "01h00000000000000000000001-4000x2000.jpg";
    writeFileSync(join(folder, name), await red(WIDE).jpeg().toBuffer());
    const calls: string[] = [];
    const drawing: Drawing = {
      sizeOf: (path) => pictures.sizeOf(path),
      redraw: (path, target) => pictures.redraw(path, target),
      reduce: (path, target) => (calls.push("reduce"), pictures.reduce(path, target)),
      variant: async (path, variant, format) => {
        calls.push(`from ${(await sharp(path).metadata()).width}`);
        return pictures.variant(path, variant, format);
      },
    };
    const images = imagesOf({ "": new DiskStorage(folder) }, { drawing });
    const open = async (width: number, client: string): Promise<void> => {
      const variant: ImageVariant = {
        width,
        height: null,
        fit: "contain",
        format: null,
        focus: CENTRE,
      };
      const query = `w=${width}`;
      const found = await images.open({
        name,
        variant,
        query,
        accepts: "",
        requester: patient(client),
      });
      if (found && "close" in found) await found.close();
    };

    await Promise.all([open(320, "192.0.2.1"), open(480, "192.0.2.2")]);
    await open(640, "192.0.2.1");

    expect(calls).toEqual(["reduce", "from 3620", "from 3620", "from 3620"]);
  });

  test("is reduced upright to at most 6.5 million pixels, as a JPEG without visible loss", async () => {
    const source = await red(WIDE)
      .jpeg({ quality: 100 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { target, shown } = await reduced(source);

    expect(shown).toMatchObject({
      width: 1_810,
      height: 3_620,
      format: "jpeg",
      chromaSubsampling: "4:4:4",
    });
    expect([shown.orientation, shown.exif, shown.space]).toEqual([undefined, undefined, "srgb"]);
    const { channels } = await sharp(target).stats();
    expect(channels.map(({ min, max }) => [min > 250, max < 4])).toEqual([
      [true, false],
      [false, true],
      [false, true],
    ]);
  });

  test("with transparency keeps it", async () => {
    const { target, shown } = await reduced(
      await red(WIDE, 0.5).webp({ lossless: true, effort: 0 }).toBuffer(),
    );

    expect(shown).toMatchObject({ width: 3_620, height: 1_810, format: "png", hasAlpha: true });
    expect((await sharp(target).stats()).channels[3]).toMatchObject({ min: 128, max: 128 });
  });

  test("in the colours of another profile is reduced in those of sRGB", async () => {
    const { shown } = await reduced(await red(WIDE).withIccProfile("p3").jpeg().toBuffer());

    expect([shown.space, shown.icc]).toEqual(["srgb", undefined]);
  });

  test("that is no larger than what is drawn is never enlarged", async () => {
    const { shown } = await reduced(await red({ width: 40, height: 20 }).png().toBuffer());

    expect(shown).toMatchObject({ width: 40, height: 20, format: "png" });
  });
});
