import { randomUUID } from "node:crypto";
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Metadata, Sharp, SharpConstructor, SharpOptions } from "sharp";
import type { Pictures, Redrawn } from "../../../application/catalog/media/media-ports.js";
import type { ImageVariant } from "../../../domain/catalog/image-variant.js";
import {
  ImageFormatRefused,
  ImageTooLarge,
  ImageUnreadable,
  LONGEST_SIDE,
} from "../../../domain/catalog/media-errors.js";
import type { StoredFormat } from "../../../domain/catalog/media-file.js";
import { Gate } from "./gate.js";
import { endsAsGif, imageKindOf, type ImageKind } from "./image-kind.js";

export type DrawnFormat = "webp" | "avif" | "jpeg" | "png";

/** Two at a time leave the other two of libuv's four threads to files and names; forty wait a few seconds at most. */
const PLACES = 2;
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

/** Pictures drawn by libvips, which is loaded with the first of them. */
export class SharpPictures implements Pictures {
  readonly #gate = new Gate(PLACES, MOST_WAITING);

  constructor(private readonly limits: { readonly folder: string; readonly pixels: number }) {}

  async redraw(path: string): Promise<Redrawn> {
    const kind = await imageKindOf(path);
    if (kind === null) throw new ImageFormatRefused();
    // The library shows what has arrived of a GIF as if that were all.
    if (kind === "gif" && !(await endsAsGif(path))) throw new ImageUnreadable();
    return this.#gate.pass(async () => {
      const target = join(this.limits.folder, `${randomUUID()}.part`);
      try {
        const { isAnimated } = await this.#checked(path, kind);
        const format = STORED_AS[kind];
        const picture = upright(
          await this.#open(path, { animated: isAnimated && format === "webp" }),
        );
        const { width, height, pageHeight } = await asUnreadable(
          stored(picture, format).toFile(target),
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

  /** Draws a stored picture in another size or format, never larger than it is. @throws ImageTooLarge, ImageUnreadable, MediaBusy */
  variant(
    read: () => Promise<Buffer>,
    variant: ImageVariant,
    format: DrawnFormat,
  ): Promise<Buffer> {
    return this.#gate.pass(async () => {
      const source = await read();
      const { size } = await this.#checked(source, null);
      const picture = upright(await this.#open(source, { animated: false }));
      return asUnreadable(drawn(sized(picture, size, variant), format).toBuffer());
    });
  }

  async #checked(
    source: string | Buffer,
    kind: ImageKind | null,
  ): Promise<{ readonly size: Size; readonly isAnimated: boolean }> {
    const found = await asUnreadable(
      (await library())(source, { limitInputPixels: false }).metadata(),
    );
    if (kind !== null && !fits(found, kind)) throw new ImageFormatRefused();
    // Only its head has been read so far: what it says of its size is looked at before anything is drawn.
    const { width, height, pages = 1 } = found;
    const frame = found.pageHeight ?? height;
    const pixels = width * frame * pages;
    if (pixels > this.limits.pixels || width > LONGEST_SIDE || frame > LONGEST_SIDE)
      throw new ImageTooLarge(pixels, this.limits.pixels);
    return {
      size:
        (found.orientation ?? 1) > 4 ? { width: frame, height: width } : { width, height: frame },
      isAnimated: pages > 1,
    };
  }

  async #open(
    source: string | Buffer,
    { animated }: { readonly animated: boolean },
  ): Promise<Sharp> {
    const options: SharpOptions = {
      failOn: "error",
      limitInputPixels: this.limits.pixels,
      sequentialRead: true,
      animated,
    };
    return (await library())(source, options).timeout({ seconds: SECONDS });
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Library = SharpConstructor;

let loading: Promise<Library> | null = null;

const library = (): Promise<Library> =>
  (loading ??= import("sharp").then(({ default: sharp }) => {
    sharp.concurrency(1);
    sharp.cache(false);
    // libvips reads far more than pictures from cameras and web pages; what is not accepted is not even tried.
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({ operation: LOADERS });
    return sharp;
  }));

const fits = ({ format, compression }: Metadata, kind: ImageKind): boolean =>
  kind === "avif"
    ? (format === "heif" && compression === "av1") || (format as string) === "avif"
    : format === kind;

/** As a viewer would see it: turned as the camera said, in sRGB. What else the file says is left behind. */
const upright = (picture: Sharp): Sharp => picture.autoOrient().toColourspace("srgb");

const stored = (picture: Sharp, format: StoredFormat): Sharp => {
  if (format === "jpg") return picture.jpeg({ quality: 90, chromaSubsampling: "4:4:4" });
  if (format === "png") return picture.png({ compressionLevel: 6 });
  return picture.webp({ quality: 90, effort: 2 });
};

const drawn = (picture: Sharp, format: DrawnFormat): Sharp => {
  if (format === "avif") return picture.avif({ quality: 55, effort: 2 });
  if (format === "jpeg")
    return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 80, progressive: true });
  return format === "png"
    ? picture.png({ compressionLevel: 6 })
    : picture.webp({ quality: 80, effort: 3 });
};

const sized = (picture: Sharp, from: Size, { width, height, fit, focus }: ImageVariant): Sharp => {
  if (width === null && height === null) return picture;
  if (width === null || height === null || fit === "contain")
    return picture.resize({
      ...(width !== null && { width }),
      ...(height !== null && { height }),
      fit: "inside",
      withoutEnlargement: true,
    });
  const box = cropped(from, { width, height }, focus);
  return picture.extract(box).resize({ width, height, fit: "cover", withoutEnlargement: true });
};

/** The largest part of a picture that has the shape of a box, as near to the focus as its edges allow; in pixels. */
export const cropped = (
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

const asUnreadable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    // The disk is to blame, and not the picture.
    if (error instanceof Error && /ENOSPC|No space left on device/i.test(error.message))
      throw error;
    throw new ImageUnreadable();
  }
};
