import type { MediaStorage, StoredObject } from "../../application/media/ports/media-storage.js";
import type { ServedImage, ServedImages } from "../../application/media/ports/served-images.js";
import type { ImageVariant } from "../../domain/media/image-variant.js";
import { sizeFromFileName } from "../../domain/media/media-file.js";
import { ImageTooLarge } from "../../domain/media/errors.js";
import type { DrawnFormat, SharpPictures } from "./sharp-pictures.js";
import { isStorableName, typeOfName } from "./is-storable-name.js";
import type { VariantCache } from "./variant-cache.js";

// More than any picture that Plinth stores; but a folder may contain any file.
const MOST_SOURCE_BYTES = 256 * 1_048_576;

interface CachedImagesNeeds {
  /** The storage of names with a prefix; the longest prefix counts. */
  readonly storages: Readonly<Record<string, MediaStorage>>;
  readonly pictures: Pick<SharpPictures, "variant">;
  readonly cache: VariantCache;
}

/** Stored pictures, and variants of them that are drawn once and cached. */
export class CachedImages implements ServedImages {
  readonly #drawing = new Map<string, Promise<Buffer>>();

  constructor(private readonly needs: CachedImagesNeeds) {}

  async open(
    name: string,
    variant: ImageVariant | null,
    accepts: string,
  ): Promise<ServedImage | null> {
    const contentType = typeOfName(name);
    if (!isStorableName(name) || contentType === null) return null;
    const size = sizeFromFileName(name);
    const isImmutable = size !== null;
    const requested = variant && withinSize(variant, size);
    const format = requested && formatOf(requested, contentType, accepts);
    // A variant that equals the stored picture is served from the storage.
    if (
      requested === null ||
      format === null ||
      (isFullSize(requested) && MEDIA_TYPES[format] === contentType)
    ) {
      const found = await this.#stored(name);
      return found && { ...found, contentType, isImmutable };
    }
    // The content of an immutable name never changes, so its variants are found without asking the
    // storage.
    const tag = isImmutable ? "" : await this.#tagOf(name);
    if (tag === null) return null;
    const key = JSON.stringify([
      name,
      tag,
      requested.width,
      requested.height,
      requested.fit,
      requested.focus.x,
      requested.focus.y,
      format,
    ]);
    const found =
      (await this.needs.cache.get(key)) ?? (await this.#drawOnce(key, name, requested, format));
    return found && { ...found, tag: key, contentType: MEDIA_TYPES[format], isImmutable };
  }

  /** Draws a variant, or waits for the request that is drawing it already. */
  async #drawOnce(
    key: string,
    name: string,
    variant: ImageVariant,
    format: DrawnFormat,
  ): Promise<StoredObject | null> {
    const running = this.#drawing.get(key);
    const drawing = running ?? this.#cachedOrDrawn(key, name, variant, format);
    if (!running) {
      this.#drawing.set(key, drawing);
      drawing.finally(() => this.#drawing.delete(key)).catch(() => undefined);
    }
    try {
      const content = await drawing;
      return {
        bytes: content.length,
        tag: key,
        read: () => once(content),
        close: async () => undefined,
      };
    } catch (error) {
      if (error instanceof NotStored) return null;
      throw error;
    }
  }

  // Another request may have cached it since the cache was read.
  async #cachedOrDrawn(
    key: string,
    name: string,
    variant: ImageVariant,
    format: DrawnFormat,
  ): Promise<Buffer> {
    const cached = await this.needs.cache.get(key);
    if (cached) return readAll(cached);
    const content = await this.#draw(name, variant, format);
    await this.needs.cache.save(key, content);
    return content;
  }

  #draw(name: string, variant: ImageVariant, format: DrawnFormat): Promise<Buffer> {
    const read = async (): Promise<Buffer> => {
      const found = await this.#stored(name);
      if (found === null) throw new NotStored();
      if (found.bytes > MOST_SOURCE_BYTES) {
        await found.close();
        throw new ImageTooLarge(found.bytes, MOST_SOURCE_BYTES);
      }
      return readAll(found);
    };
    return this.needs.pictures.variant(read, variant, format);
  }

  async #tagOf(name: string): Promise<string | null> {
    const found = await this.#stored(name);
    await found?.close();
    return found && found.tag;
  }

  #stored(name: string): Promise<StoredObject | null> {
    const { storages } = this.needs;
    const [prefix = ""] = Object.keys(storages)
      .filter((one) => name.startsWith(one))
      .toSorted((a, b) => b.length - a.length);
    return storages[prefix]?.open(name.slice(prefix.length)) ?? Promise.resolve(null);
  }
}

class NotStored extends Error {}

const MEDIA_TYPES: Readonly<Record<DrawnFormat, string>> = {
  webp: "image/webp",
  avif: "image/avif",
  jpeg: "image/jpeg",
  png: "image/png",
};

const readAll = async (found: StoredObject): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of found.read()) pieces.push(piece);
  return Buffer.concat(pieces);
};

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** A variant never exceeds the size of the picture, so that all larger sizes are one variant. */
const withinSize = (
  variant: ImageVariant,
  size: { readonly width: number; readonly height: number } | null,
): ImageVariant => {
  const { width, height, fit } = variant;
  const isCropped = fit === "cover" && width !== null && height !== null;
  if (isCropped) return variant;
  const tooWide = size !== null && width !== null && width >= size.width;
  const tooHigh = size !== null && height !== null && height >= size.height;
  return {
    ...variant,
    width: tooWide ? null : width,
    height: tooHigh ? null : height,
    fit: "contain",
    focus: { x: 50, y: 50 },
  };
};

const isFullSize = ({ width, height }: ImageVariant): boolean => width === null && height === null;

const formatOf = ({ format }: ImageVariant, stored: string, accepts: string): DrawnFormat => {
  if (format !== null && format !== "auto") return format;
  if (format === "auto" && accepts.includes("image/avif")) return "avif";
  if (format === "auto" && accepts.includes("image/webp")) return "webp";
  if (stored === "image/png" || stored === "image/gif") return "png";
  // A client that names no type can show JPEG at least.
  return stored === "image/jpeg" || format === "auto" ? "jpeg" : "webp";
};
