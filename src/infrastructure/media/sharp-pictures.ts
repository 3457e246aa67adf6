import { randomUUID } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata, Sharp, SharpConstructor, SharpOptions } from "sharp";
import type { Pictures, Redrawn } from "../../application/media/ports/pictures.js";
import type { ImageVariant } from "../../domain/media/image-variant.js";
import {
  ImageFormatRefused,
  ImageTooLarge,
  ImageUnreadable,
  MAX_FRAMES,
  MAX_SIDE,
} from "../../domain/media/errors.js";
import type { StoredFormat } from "../../domain/media/media-file.js";
import { Semaphore } from "./semaphore.js";
import { isWholeGif, imageKindOf, type ImageKind } from "./image-kind.js";

export type DrawnFormat = "webp" | "avif" | "jpeg" | "png";

// Two at a time leave the other two of libuv's four threads to files and names. Forty wait a few
// seconds at most.
const AT_ONCE = 2;
const MOST_WAITING = 40;
const SECONDS = 30;

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
export class SharpPictures implements Pictures {
  readonly #semaphore = new Semaphore(AT_ONCE, MOST_WAITING);

  constructor(private readonly limits: { readonly folder: string; readonly pixels: number }) {}

  async redraw(path: string): Promise<Redrawn> {
    const kind = await imageKindOf(path);
    if (kind === null) throw new ImageFormatRefused();
    // libvips reads a GIF that is cut off without an error.
    if (kind === "gif" && !(await isWholeGif(path))) throw new ImageUnreadable();
    return this.#semaphore.run(async () => {
      const target = join(this.limits.folder, `${randomUUID()}.part`);
      try {
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
        return {
          path: target,
          width,
          height: pageHeight ?? height,
          bytes: (await stat(target)).size,
          format,
          discard: () => rm(target, { force: true }),
        };
      } catch (error) {
        await rm(target, { force: true });
        throw error;
      }
    });
  }

  /**
   * Draws a stored picture in another size or format, never larger than it is.
   * @throws ImageTooLarge, ImageUnreadable, MediaBusy
   */
  variant(
    read: () => Promise<Buffer>,
    variant: ImageVariant,
    format: DrawnFormat,
  ): Promise<Buffer> {
    return this.#semaphore.run(async () => {
      const source = await read();
      const { size } = await this.#inspect(source, null);
      const picture = upright(await this.#open(source, { animated: false, failOn: "error" }));
      return orUnreadable(encodeVariant(resize(picture, size, variant), format).toBuffer());
    });
  }

  async #inspect(
    source: string | Buffer,
    kind: ImageKind | null,
  ): Promise<{ readonly size: Size; readonly isAnimated: boolean }> {
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
    };
  }

  async #open(
    source: string | Buffer,
    { animated, failOn }: { readonly animated: boolean; readonly failOn: FailOn },
  ): Promise<Sharp> {
    const options: SharpOptions = {
      failOn,
      limitInputPixels: this.limits.pixels,
      sequentialRead: true,
      animated,
    };
    return (await loadSharp())(source, options).timeout({ seconds: SECONDS });
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

interface Size {
  readonly width: number;
  readonly height: number;
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

const encodeVariant = (picture: Sharp, format: DrawnFormat): Sharp => {
  if (format === "avif") return picture.avif({ quality: 55, effort: 2 });
  if (format === "jpeg")
    return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 80, progressive: true });
  return format === "png"
    ? picture.png({ compressionLevel: 6 })
    : picture.webp({ quality: 80, effort: 3 });
};

const resize = (picture: Sharp, from: Size, { width, height, fit, focus }: ImageVariant): Sharp => {
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

/**
 * The largest part of a picture that has the shape of a box, as near to the focus as its edges
 * allow; in pixels.
 */
export const cropBox = (
  from: Size,
  box: Size,
  focus: ImageVariant["focus"],
): Size & { readonly left: number; readonly top: number } => {
  const scale = Math.min(from.width / box.width, from.height / box.height);
  const width = Math.max(1, Math.min(from.width, Math.round(box.width * scale)));
  const height = Math.max(1, Math.min(from.height, Math.round(box.height * scale)));
  const start = (side: number, part: number, percent: number): number =>
    Math.max(0, Math.min(side - part, Math.round((side * percent) / 100 - part / 2)));
  return {
    left: start(from.width, width, focus.x),
    top: start(from.height, height, focus.y),
    width,
    height,
  };
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
