import { stat } from "node:fs/promises";
import type { Metadata, Sharp, SharpConstructor, SharpOptions } from "sharp";
import { cropBox, type PictureSize } from "../../domain/media/crop-box.js";
import type { ImageVariant } from "../../domain/media/image-variant.js";
import {
  ImageFormatRefused,
  ImageTooLarge,
  ImageUnreadable,
  MAX_FRAMES,
  MAX_SIDE,
} from "../../domain/media/errors.js";
import type { StoredFormat } from "../../domain/media/media-file.js";
import { drawnSize } from "../../domain/media/offered-variant.js";
import type { Drawing, DrawnFormat, RedrawnFile } from "./drawing.js";
import { isWholeGif, imageKindOf, type ImageKind } from "./image-kind.js";

const STORED_AS: Readonly<Record<ImageKind, StoredFormat>> = {
  jpeg: "jpg",
  png: "png",
  webp: "webp",
  avif: "webp",
  gif: "webp",
};
const LOADERS = [
  "VipsForeignLoadJpeg",
  "VipsForeignLoadPng",
  "VipsForeignLoadWebp",
  "VipsForeignLoadHeif",
  "VipsForeignLoadNsgif",
];

/** Pictures drawn by libvips, which is loaded with the first picture. */
export class SharpPictures implements Drawing {
  constructor(private readonly limits: { readonly pixels: number }) {}

  async sizeOf(path: string): Promise<PictureSize> {
    return (await this.#inspect(path, null)).size;
  }

  async redraw(path: string, target: string): Promise<RedrawnFile> {
    const kind = await imageKindOf(path);
    if (kind === null) throw new ImageFormatRefused();
    // libvips reads a GIF that is cut off without an error.
    if (kind === "gif" && !(await isWholeGif(path))) throw new ImageUnreadable();
    const { isAnimated } = await this.#inspect(path, kind);
    const format = STORED_AS[kind];
    const draw = async (failOn: FailOn) => {
      const animated = isAnimated && format === "webp";
      const picture = upright(await this.#open(path, { animated, failOn }));
      return encodeStored(picture, format).toFile(target);
    };
    const { width, height, pageHeight } = await orUnreadable(
      kind === "jpeg" ? withoutGaps(draw) : draw("error"),
    );
    return { width, height: pageHeight ?? height, bytes: (await stat(target)).size, format };
  }

  async reduce(path: string, target: string): Promise<void> {
    const { size, isLossless } = await this.#inspect(path, null);
    const picture = upright(await this.#open(path, { animated: false, failOn: "error" })).resize({
      ...drawnSize(size),
      fit: "fill",
      withoutEnlargement: true,
    });
    const reduced = isLossless
      ? picture.png({ compressionLevel: 2 })
      : picture.jpeg({ quality: 95, chromaSubsampling: "4:4:4" });
    await orUnreadable(reduced.toFile(target));
  }

  async variant(path: string, variant: ImageVariant, format: DrawnFormat): Promise<Buffer> {
    const { size } = await this.#inspect(path, null);
    const picture = upright(await this.#open(path, { animated: false, failOn: "error" }));
    return orUnreadable(
      encodeVariant(resize(picture, size, variant), format, pixelsOf(variant, size)).toBuffer(),
    );
  }

  async #inspect(source: string, kind: ImageKind | null): Promise<Inspected> {
    const found = await orUnreadable(
      (await loadSharp())(source, { limitInputPixels: false }).metadata(),
    );
    if (kind !== null && !isOfKind(found, kind)) throw new ImageFormatRefused();
    // Only the head has been read so far: the size is checked before anything is decoded.
    const { width, height, pages = 1 } = found;
    const frame = found.pageHeight ?? height;
    const pixels = width * frame * pages;
    const isTooLong = width > MAX_SIDE || frame > MAX_SIDE || pages > MAX_FRAMES;
    if (pixels > this.limits.pixels || isTooLong)
      throw new ImageTooLarge(pixels, this.limits.pixels);
    return {
      size:
        (found.orientation ?? 1) > 4 ? { width: frame, height: width } : { width, height: frame },
      isAnimated: pages > 1,
      // JPEG has no transparency, and leaves traces in drawings.
      isLossless: found.hasAlpha || found.format === "png",
    };
  }

  async #open(
    source: string,
    { animated, failOn }: { readonly animated: boolean; readonly failOn: FailOn },
  ): Promise<Sharp> {
    const options: SharpOptions = {
      failOn,
      limitInputPixels: this.limits.pixels,
      sequentialRead: true,
      animated,
    };
    return (await loadSharp())(source, options);
  }
}

type FailOn = NonNullable<SharpOptions["failOn"]>;

/**
 * A JPEG with less data than its dimensions need is only a warning to libjpeg, which fills the rest
 * with grey. Other warnings are about photos of some cameras, which are whole.
 */
const withoutGaps = async <T>(draw: (failOn: FailOn) => Promise<T>): Promise<T> => {
  try {
    return await draw("warning");
  } catch (error) {
    if (error instanceof Error && error.message.includes("premature end of data segment"))
      throw error;
    return draw("error");
  }
};

interface Inspected {
  /** Upright. */
  readonly size: PictureSize;
  readonly isAnimated: boolean;
  readonly isLossless: boolean;
}

type Library = SharpConstructor;

let loading: Promise<Library> | null = null;

const loadSharp = (): Promise<Library> =>
  (loading ??= import("sharp").then(({ default: sharp }) => {
    sharp.concurrency(1);
    sharp.cache(false);
    // libvips reads many more formats; those that are not accepted are blocked.
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: LOADERS });
    return sharp;
  }));

const isOfKind = ({ format, compression }: Metadata, kind: ImageKind): boolean =>
  kind === "avif"
    ? (format === "heif" && compression === "av1") || (format as string) === "avif"
    : format === kind;

/** Rotated by its orientation, in sRGB, without any other metadata. */
const upright = (picture: Sharp): Sharp => picture.autoOrient().toColourspace("srgb");

const encodeStored = (picture: Sharp, format: StoredFormat): Sharp => {
  if (format === "jpg") return picture.jpeg({ quality: 90, chromaSubsampling: "4:4:4" });
  if (format === "png") return picture.png({ compressionLevel: 6 });
  return picture.webp({ quality: 90, effort: 2 });
};

/** @param pixels of the drawn picture */
const encodeVariant = (picture: Sharp, format: DrawnFormat, pixels: number): Sharp => {
  // More effort takes five times as long for the same size.
  if (format === "avif") return picture.avif({ quality: 55, effort: pixels > 1_000_000 ? 0 : 1 });
  if (format === "jpeg")
    return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 80, progressive: true });
  return format === "png"
    ? picture.png({ compressionLevel: 6 })
    : picture.webp({ quality: 80, effort: 3 });
};

/** At most, as drawings are never larger than the picture. */
const pixelsOf = ({ width }: ImageVariant, size: PictureSize): number =>
  size.width * size.height * Math.min(1, (width ?? size.width) / size.width) ** 2;

const resize = (
  picture: Sharp,
  from: PictureSize,
  { width, height, fit, focus }: ImageVariant,
): Sharp => {
  if (width === null && height === null) return picture;
  if (width === null || height === null || fit === "contain")
    return picture.resize({
      ...(width !== null && { width }),
      ...(height !== null && { height }),
      fit: "inside",
      withoutEnlargement: true,
    });
  const box = cropBox(from, { width, height }, focus);
  return picture.extract(box).resize({ width, height, fit: "cover", withoutEnlargement: true });
};

const orUnreadable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    // A full disk is not a broken picture.
    if (error instanceof Error && /ENOSPC|No space left on device/i.test(error.message))
      throw error;
    throw new ImageUnreadable();
  }
};
