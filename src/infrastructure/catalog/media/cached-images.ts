import type {
  MediaStorage,
  ServedImage,
  ServedImages,
  StoredObject,
} from "../../../application/catalog/media/media-ports.js";
import type { ImageVariant } from "../../../domain/catalog/image-variant.js";
import { sizeOfName } from "../../../domain/catalog/media-file.js";
import { ImageTooLarge } from "../../../domain/catalog/media-errors.js";
import type { DrawnFormat, SharpPictures } from "./sharp-pictures.js";
import { isStorableName, typeOfName } from "./storable-name.js";
import type { VariantCache } from "./variant-cache.js";

/** More than any picture that Plinth has drawn; a folder may hold anything. */
const MOST_SOURCE_BYTES = 256 * 1_048_576;

interface CachedImagesNeeds {
  /** Where names that begin like this lie; the longest beginning counts. */
  readonly storages: Readonly<Record<string, MediaStorage>>;
  readonly pictures: Pick<SharpPictures, "variant">;
  readonly cache: VariantCache;
}

/** Pictures as they are stored, and drawn in other sizes once for all who ask. */
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
    const size = sizeOfName(name);
    const isImmutable = size !== null;
    const wanted = variant && bounded(variant, size);
    const format = wanted && formatOf(wanted, contentType, accepts);
    // What no drawing would change is served as it is.
    if (wanted === null || format === null || (isWhole(wanted) && TYPES[format] === contentType)) {
      const found = await this.#stored(name);
      return found && { ...found, contentType, isImmutable };
    }
    // Of a name that is never used again a drawing can be found without asking the storage.
    const known = isImmutable ? "" : await this.#tagOf(name);
    if (known === null) return null;
    const key = JSON.stringify([
      name,
      known,
      wanted.width,
      wanted.height,
      wanted.fit,
      wanted.focus.x,
      wanted.focus.y,
      format,
    ]);
    const found =
      (await this.needs.cache.get(key)) ?? (await this.#drawn(key, name, wanted, format));
    return found && { ...found, tag: key, contentType: TYPES[format], isImmutable };
  }

  /** Draws it, or waits for whoever is drawing it already. */
  async #drawn(
    key: string,
    name: string,
    variant: ImageVariant,
    format: DrawnFormat,
  ): Promise<StoredObject | null> {
    const running = this.#drawing.get(key);
    const drawing = running ?? this.#keptOrDrawn(key, name, variant, format);
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
      if (error instanceof Gone) return null;
      throw error;
    }
  }

  /** Whoever looked into the cache just before it was put there finds it now. */
  async #keptOrDrawn(
    key: string,
    name: string,
    variant: ImageVariant,
    format: DrawnFormat,
  ): Promise<Buffer> {
    const kept = await this.needs.cache.get(key);
    if (kept) return whole(kept);
    const content = await this.#draw(name, variant, format);
    await this.needs.cache.put(key, content);
    return content;
  }

  #draw(name: string, variant: ImageVariant, format: DrawnFormat): Promise<Buffer> {
    const read = async (): Promise<Buffer> => {
      const found = await this.#stored(name);
      if (found === null) throw new Gone();
      if (found.bytes > MOST_SOURCE_BYTES) {
        await found.close();
        throw new ImageTooLarge(found.bytes, MOST_SOURCE_BYTES);
      }
      return whole(found);
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

class Gone extends Error {}

const TYPES: Readonly<Record<DrawnFormat, string>> = {
  webp: "image/webp",
  avif: "image/avif",
  jpeg: "image/jpeg",
  png: "image/png",
};

const whole = async (found: StoredObject): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of found.read()) pieces.push(piece);
  return Buffer.concat(pieces);
};

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

/** Sizes beyond the picture's own would all be the same picture: they become one. */
const bounded = (
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

const isWhole = ({ width, height }: ImageVariant): boolean => width === null && height === null;

const formatOf = ({ format }: ImageVariant, stored: string, accepts: string): DrawnFormat => {
  if (format !== null && format !== "auto") return format;
  if (format === "auto" && accepts.includes("image/avif")) return "avif";
  if (format === "auto" && accepts.includes("image/webp")) return "webp";
  if (stored === "image/png" || stored === "image/gif") return "png";
  // Whoever names nothing can show JPEG, and nothing but that for sure.
  return stored === "image/jpeg" || format === "auto" ? "jpeg" : "webp";
};
