import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { mediaLibrary, type MediaLibrary } from "../application/media/media.js";
import type { LimitCounters } from "../application/shared/limit-counters.js";
import type { Log } from "../application/shared/log.js";
import { SCHEDULER } from "../application/shared/viewer.js";
import type { MediaStorage } from "../application/media/ports/media-storage.js";
import type { ServedImages } from "../application/media/ports/served-images.js";
import { CachedImages } from "../infrastructure/media/cached-images.js";
import { ImageDownload } from "../infrastructure/media/image-download.js";
import { DiskStorage } from "../infrastructure/media/disk-storage.js";
import { S3Storage } from "../infrastructure/media/s3-storage.js";
import { DrawingProcesses } from "../infrastructure/media/drawing-processes.js";
import { DrawingQueue } from "../infrastructure/media/drawing-queue.js";
import { PictureSources } from "../infrastructure/media/picture-sources.js";
import { QueuedPictures } from "../infrastructure/media/queued-pictures.js";
import { SourceFetcher } from "../infrastructure/media/source-fetcher.js";
import { VariantCache } from "../infrastructure/media/variant-cache.js";
import type { Config } from "../infrastructure/config.js";
import type { Store } from "../infrastructure/store.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";
import { PROJECT } from "./project.js";

/** The images of a shop: uploaded, stored, resized and served. */
export interface ShopMedia {
  readonly library: MediaLibrary;
  readonly images: ServedImages;
  /** Holds uploads until they are stored. */
  readonly workFolder: string;
}

const LEFTOVER_MS = 60 * 60_000;

/** @param folder holds the images, unless they are in S3 */
export const openMedia = async (
  { mode, dataDir, media, limits }: Config,
  store: Pick<Store, "unitOfWork">,
  folder: string,
  { counters, log }: { readonly counters: LimitCounters; readonly log: Log },
): Promise<ShopMedia> => {
  const workFolder = await openWorkFolder(join(dataDir, "media-work"));
  const storage: MediaStorage =
    media.s3 === null ? new DiskStorage(folder) : new S3Storage(media.s3);
  const queue = new DrawingQueue(limits, counters);
  const drawing = new DrawingProcesses(
    { folder: workFolder, pixels: media.pixels, drawingMs: limits.drawingMs },
    counters,
    log,
  );
  const pictures = new QueuedPictures({ drawing, queue, folder: workFolder });
  const storages = {
    "": storage,
    ...(mode === "development" && {
      "demo/": new DiskStorage(join(PROJECT.folder, "demo", "media")),
    }),
  };
  return {
    library: mediaLibrary({
      unitOfWork: store.unitOfWork,
      clock: systemClock,
      ids: new TypeIds(systemClock),
      media: { pictures, storage },
    }),
    images: new CachedImages({
      sources: new PictureSources({ storages, folder: workFolder }),
      drawing,
      queue,
      cache: new VariantCache(
        join(dataDir, "media-cache"),
        { bytes: media.cacheBytes, entries: limits.cachedImages },
        counters,
      ),
    }),
    workFolder,
  };
};

/** Removes the files of processes that died. */
const openWorkFolder = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > LEFTOVER_MS)
      await rm(join(folder, name), { force: true });
  }
  return folder;
};

const LEASE_MS = 120_000;
const DOWNLOAD_MS = 30_000;
const REMOVAL_EVERY_MS = 60_000;

/** The background tasks for images, by the message that is logged when one fails. */
export const mediaTasks = (
  { media }: Config,
  store: Pick<Store, "workerUnitOfWork" | "readSource">,
  { library, workFolder }: ShopMedia,
  log: Log,
): Readonly<Record<string, (signal: AbortSignal) => Promise<boolean>>> => {
  const download = new ImageDownload({
    bytes: media.uploadBytes,
    milliseconds: DOWNLOAD_MS,
    trustedHosts: media.trustedHosts,
  });
  const needs = {
    unitOfWork: store.workerUnitOfWork,
    reads: store.readSource,
    download,
    folder: workFolder,
    clock: systemClock,
    log,
    leaseMs: LEASE_MS,
  };
  const fetcher = new SourceFetcher({
    ...needs,
    store: (command) => library.uploadImage(command, SCHEDULER),
  });
  let nextRemoval = 0;
  return {
    "Unused image files could not be removed. The removal is tried again.": async () => {
      if (Date.now() < nextRemoval) return false;
      const removed = await library.removeUnusedFiles({}, SCHEDULER);
      nextRemoval = removed > 0 ? 0 : Date.now() + REMOVAL_EVERY_MS;
      return removed > 0;
    },
    ...(media.fetches && {
      "Images at other addresses could not be fetched. The download is tried again.": (
        signal: AbortSignal,
      ) => fetcher.fetchDue(signal),
    }),
  };
};
