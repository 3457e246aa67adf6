import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { mediaLibrary, type MediaLibrary } from "../application/catalog/media/media-library.js";
import type { Log } from "../application/shared/log.js";
import { SCHEDULER } from "../application/shared/viewer.js";
import type { MediaStorage, ServedImages } from "../application/catalog/media/media-ports.js";
import { CachedImages } from "../infrastructure/catalog/media/cached-images.js";
import { ImageDownload } from "../infrastructure/catalog/media/image-download.js";
import { DiskStorage } from "../infrastructure/catalog/media/disk-storage.js";
import { S3Storage } from "../infrastructure/catalog/media/s3-storage.js";
import { SharpPictures } from "../infrastructure/catalog/media/sharp-pictures.js";
import { SourceFetcher } from "../infrastructure/catalog/media/source-fetcher.js";
import { VariantCache } from "../infrastructure/catalog/media/variant-cache.js";
import type { Config } from "../infrastructure/config.js";
import type { Store } from "../infrastructure/data-source.js";
import { systemClock } from "../infrastructure/shared/system-clock.js";
import { TypeIds } from "../infrastructure/shared/type-ids.js";
import { PROJECT_FOLDER } from "./project.js";

/** The pictures of a shop: taken in, stored, drawn and served. */
export interface ShopMedia {
  readonly library: MediaLibrary;
  readonly images: ServedImages;
  /** Where what comes in lies until it is stored. */
  readonly workFolder: string;
}

const LEFTOVER_MS = 60 * 60_000;

/** @param folder where pictures lie, unless they lie in S3 */
export const openMedia = async (
  { mode, dataDir, media }: Config,
  store: Pick<Store, "unitOfWork">,
  folder: string,
): Promise<ShopMedia> => {
  const workFolder = await swept(join(dataDir, "media-work"));
  const storage: MediaStorage =
    media.s3 === null ? new DiskStorage(folder) : new S3Storage(media.s3);
  const pictures = new SharpPictures({ folder: workFolder, pixels: media.pixels });
  const storages = {
    "": storage,
    ...(mode === "development" && {
      "demo/": new DiskStorage(join(PROJECT_FOLDER, "demo", "media")),
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
      storages,
      pictures,
      cache: new VariantCache(join(dataDir, "media-cache"), media.cacheBytes),
    }),
    workFolder,
  };
};

/** What a process that died was working on is of no use to anybody. */
const swept = async (folder: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o750 });
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

/** What is done about pictures in the background, by what is said when it fails. */
export const mediaPasses = (
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
  let restsUntil = 0;
  return {
    "Pictures that nothing uses could not be removed. It is tried again after a rest.":
      async () => {
        if (Date.now() < restsUntil) return false;
        const removed = await library.removeDoomedFiles({}, SCHEDULER);
        restsUntil = removed > 0 ? 0 : Date.now() + REMOVAL_EVERY_MS;
        return removed > 0;
      },
    ...(media.fetches && {
      "Images elsewhere could not be fetched. It is tried again after a rest.": (
        signal: AbortSignal,
      ) => fetcher.pass(signal),
    }),
  };
};
