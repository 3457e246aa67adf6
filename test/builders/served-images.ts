import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MediaStorage } from "../../src/application/media/ports/media-storage.js";
import { noLimitCounters } from "../../src/application/shared/limit-counters.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/application/shared/limits.js";
import { CachedImages } from "../../src/infrastructure/media/cached-images.js";
import type { Drawing } from "../../src/infrastructure/media/drawing.js";
import { DrawingQueue } from "../../src/infrastructure/media/drawing-queue.js";
import { PictureSources } from "../../src/infrastructure/media/picture-sources.js";
import { SharpPictures } from "../../src/infrastructure/media/sharp-pictures.js";
import { VariantCache } from "../../src/infrastructure/media/variant-cache.js";

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "plinth-images-"));

interface ImageOptions {
  readonly cacheBytes?: number;
  readonly cache?: string;
  readonly drawing?: Drawing;
  readonly limits?: Partial<Limits>;
}

/** The images of some storages, drawn in this process. */
export const imagesOf = (
  storages: Readonly<Record<string, MediaStorage>>,
  {
    cacheBytes = 10_000_000,
    cache = newFolder(),
    drawing = new SharpPictures({ pixels: 50_000_000 }),
    limits = {},
  }: ImageOptions = {},
): CachedImages =>
  new CachedImages({
    sources: new PictureSources({ storages, folder: newFolder() }),
    drawing,
    queue: new DrawingQueue({ ...DEFAULT_LIMITS, ...limits }, noLimitCounters),
    cache: new VariantCache(cache, { bytes: cacheBytes, entries: 1_000 }),
  });

/** Somebody who waits for an image until the end. */
export const patient = (client = "192.0.2.1") => ({
  client,
  signal: new AbortController().signal,
});
