import type { StoredObject } from "../../application/media/ports/media-storage.js";
import type {
  ImageRequest,
  MovedImage,
  ServedImage,
  ServedImages,
} from "../../application/media/ports/served-images.js";
import { imageQuery, type ImageVariant } from "../../domain/media/image-variant.js";
import { sizeFromFileName } from "../../domain/media/media-file.js";
import { drawnSize, offeredVariant } from "../../domain/media/offered-variant.js";
import type { DrawnFormat } from "./drawing.js";
import { DrawnPictures, type DrawnPicturesNeeds } from "./drawn-pictures.js";
import { isStorableName, typeOfName } from "./is-storable-name.js";

/** Stored pictures, and variants of them that are drawn once and cached. */
export class CachedImages implements ServedImages {
  readonly #drawn: DrawnPictures;

  constructor(private readonly needs: DrawnPicturesNeeds) {
    this.#drawn = new DrawnPictures(needs);
  }

  async open(request: ImageRequest): Promise<ServedImage | MovedImage | null> {
    const { name, variant, requester } = request;
    const contentType = typeOfName(name);
    if (!isStorableName(name) || contentType === null) return null;
    if (variant === null)
      return request.query === ""
        ? this.#stored(name, contentType)
        : { movedTo: lastPart(name), isImmutable: true };
    // The content of an immutable name never changes, so its variants are found without asking the
    // storage.
    const fixedSize = sizeFromFileName(name);
    const tag = fixedSize === null ? await this.needs.sources.tagOf(name) : "";
    if (tag === null) return null;
    const size = fixedSize ?? (await this.#drawn.sizeOf({ name, tag }, requester));
    if (size === null) return null;
    const offered = offeredVariant(variant, size);
    const query = imageQuery(offered);
    const isImmutable = fixedSize !== null;
    if (query !== request.query)
      return { movedTo: lastPart(name) + (query && `?${query}`), isImmutable };
    const format = formatOf(offered, contentType, request.accepts);
    // A variant that equals the stored picture is served from the storage.
    const isWhole = offered.width === null && drawnSize(size).width === size.width;
    if (isWhole && MEDIA_TYPES[format] === contentType) return this.#stored(name, contentType);
    const key = variantKey(name, tag, offered, format);
    const found =
      (await this.needs.cache.get(key)) ??
      (await this.#draw(key, request, { name, tag, size }, { variant: offered, format }));
    return found && { ...found, tag: key, contentType: MEDIA_TYPES[format], isImmutable };
  }

  async #draw(
    key: string,
    { requester }: ImageRequest,
    picture: Parameters<DrawnPictures["draw"]>[1],
    drawn: Parameters<DrawnPictures["draw"]>[2],
  ): Promise<StoredObject | null> {
    const content = await this.#drawn.draw(key, picture, drawn, requester);
    if (content === null) return null;
    // Streamed from the disk, so that slow clients keep nothing in memory.
    return (
      (await this.needs.cache.get(key)) ?? {
        bytes: content.length,
        tag: key,
        read: () => once(content),
        close: async () => undefined,
      }
    );
  }

  async #stored(name: string, contentType: string): Promise<ServedImage | null> {
    const found = await this.needs.sources.open(name);
    return found && { ...found, contentType, isImmutable: sizeFromFileName(name) !== null };
  }
}

const MEDIA_TYPES: Readonly<Record<DrawnFormat, string>> = {
  webp: "image/webp",
  avif: "image/avif",
  jpeg: "image/jpeg",
  png: "image/png",
};

const variantKey = (
  name: string,
  tag: string,
  { width, height, fit, focus }: ImageVariant,
  format: DrawnFormat,
): string => JSON.stringify([name, tag, width, height, fit, focus.x, focus.y, format]);

const lastPart = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}

const formatOf = ({ format }: ImageVariant, stored: string, accepts: string): DrawnFormat => {
  if (format !== null && format !== "auto") return format;
  if (format === "auto" && accepts.includes("image/avif")) return "avif";
  if (format === "auto" && accepts.includes("image/webp")) return "webp";
  if (stored === "image/png" || stored === "image/gif") return "png";
  // A client that names no type can show JPEG at least.
  return stored === "image/jpeg" || format === "auto" ? "jpeg" : "webp";
};
