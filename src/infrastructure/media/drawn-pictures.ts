import { LRUCache } from "lru-cache";
import { MediaBusy } from "../../application/media/ports/pictures.js";
import type { Requester } from "../../application/media/ports/served-images.js";
import type { PictureSize } from "../../domain/media/crop-box.js";
import type { ImageVariant } from "../../domain/media/image-variant.js";
import { DomainError } from "../../domain/shared/domain-error.js";
import { drawnSize } from "../../domain/media/offered-variant.js";
import type { Drawing, DrawnFormat } from "./drawing.js";
import type { DrawingQueue } from "./drawing-queue.js";
import type { PictureSources } from "./picture-sources.js";
import type { VariantCache } from "./variant-cache.js";

export interface DrawnPicturesNeeds {
  readonly sources: PictureSources;
  readonly drawing: Pick<Drawing, "sizeOf" | "reduce" | "variant">;
  readonly queue: Pick<DrawingQueue, "run">;
  readonly cache: VariantCache;
}

/** A stored picture. Its tag changes with its content. */
export interface Picture {
  readonly name: string;
  readonly tag: string;
}

const MOST_SIZES = 10_000;

/**
 * Draws variants of stored pictures. A large picture is reduced once, and its variants are drawn
 * from the reduced one.
 */
export class DrawnPictures {
  readonly #sizes = new LRUCache<string, PictureSize>({ max: MOST_SIZES });
  readonly #reducing = new Map<string, Promise<void>>();

  constructor(private readonly needs: DrawnPicturesNeeds) {}

  /**
   * The size of a picture whose name does not tell it.
   * @returns null when there is no such picture
   * @throws ImageTooLarge, ImageUnreadable, MediaBusy, MediaUnavailable
   */
  async sizeOf(picture: Picture, requester: Requester): Promise<PictureSize | null> {
    const key = JSON.stringify(["size", picture.name, picture.tag]);
    const known = this.#sizes.get(key) ?? (await this.#cachedSize(key));
    if (known !== null) return known;
    const { queue, sources, drawing, cache } = this.needs;
    return queue.run(key, requester, () =>
      sources.withFile(picture.name, async (path) => {
        const size = await drawing.sizeOf(path);
        this.#sizes.set(key, size);
        await cache.save(key, Buffer.from(JSON.stringify([size.width, size.height])));
        return size;
      }),
    );
  }

  /**
   * @param key under which the variant is cached
   * @returns null when there is no such picture
   * @throws ImageTooLarge, ImageUnreadable, MediaBusy, MediaUnavailable
   */
  draw(
    key: string,
    picture: Picture & { readonly size: PictureSize },
    { variant, format }: { readonly variant: ImageVariant; readonly format: DrawnFormat },
    requester: Requester,
  ): Promise<Buffer | null> {
    const { queue, cache, drawing } = this.needs;
    return queue.run(key, requester, async () => {
      // Another request may have drawn it since the cache was read.
      const cached = await cache.get(key);
      if (cached) return readAll(cached);
      const content = await this.#fromSource(picture, (path) =>
        drawing.variant(path, variant, format),
      );
      if (content !== null) await cache.save(key, content);
      return content;
    });
  }

  /** Draws from the stored picture, or from the reduced one if it is large. */
  async #fromSource(
    picture: Picture & { readonly size: PictureSize },
    draw: (path: string) => Promise<Buffer>,
  ): Promise<Buffer | null> {
    const { sources, cache } = this.needs;
    const { name, tag, size } = picture;
    if (drawnSize(size).width === size.width) return sources.withFile(name, draw);
    const key = JSON.stringify(["reduced", name, tag]);
    const isThere =
      (await cache.path(key)) === null
        ? await sources.withFile(name, (path) => this.#reduceOnce(key, path))
        : (await sources.tagOf(name)) !== null;
    if (isThere !== true) return null;
    const reduced = await cache.path(key);
    // The cache or the disk may have no room for it.
    return reduced === null ? sources.withFile(name, draw) : draw(reduced);
  }

  /** Reduces a picture, or waits until another client's drawing has reduced it. */
  async #reduceOnce(key: string, path: string): Promise<true> {
    const { cache, drawing } = this.needs;
    const reducing =
      this.#reducing.get(key) ??
      cache
        .fill(key, (target) => drawing.reduce(path, target))
        .catch(unlessFull)
        .finally(() => this.#reducing.delete(key));
    this.#reducing.set(key, reducing);
    await reducing;
    return true;
  }

  async #cachedSize(key: string): Promise<PictureSize | null> {
    const cached = await this.needs.cache.get(key);
    if (cached === null) return null;
    const [, width, height] = /^\[(\d+),(\d+)\]$/.exec((await readAll(cached)).toString()) ?? [];
    if (width === undefined || height === undefined) return null;
    const size = { width: Number(width), height: Number(height) };
    this.#sizes.set(key, size);
    return size;
  }
}

/** Without room on the disk variants are drawn from the stored picture. */
const unlessFull = (error: unknown): void => {
  if (error instanceof DomainError || error instanceof MediaBusy) throw error;
};

const readAll = async (found: { read(): AsyncIterable<Uint8Array> }): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of found.read()) pieces.push(piece);
  return Buffer.concat(pieces);
};
