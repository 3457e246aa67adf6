import { fileName, fileUrl, type MediaFile } from "../../domain/media/media-file.js";
import type { Clock } from "../shared/clock.js";
import type { Ids } from "../shared/ids.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { useCase } from "../shared/use-case.js";
import { mayWriteCatalog } from "../catalog/ports/permissions.js";
import type { MediaStorage } from "./ports/media-storage.js";
import type { MediaStores } from "./ports/media-stores.js";
import type { Pictures } from "./ports/pictures.js";

export interface UploadImage {
  /** The path of the uploaded file on this machine. */
  readonly path: string;
  /** The SHA-256 of the file, hexadecimal: the same picture is stored once. */
  readonly sha256: string;
}

export interface UploadNeeds {
  readonly unitOfWork: UnitOfWork<MediaStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly media: { readonly pictures: Pictures; readonly storage: MediaStorage };
}

/** A usable file and its URL. */
export interface UploadedImage extends MediaFile {
  readonly url: string;
}

/**
 * Redraws a picture and stores it. Its row is saved first, its content second, and it becomes
 * usable third, so that the sweep finds what a failure in between leaves.
 * @throws ImageFormatRefused, ImageTooLarge, ImageUnreadable; MediaBusy, MediaUnavailable
 */
export const uploadImage = useCase(
  mayWriteCatalog,
  ({ unitOfWork, clock, ids, media }: UploadNeeds) =>
    async ({ path, sha256 }: UploadImage): Promise<UploadedImage> => {
      const existing = await unitOfWork.run(({ mediaFiles }) =>
        mediaFiles.ofContent(sha256, clock.now()),
      );
      if (existing) return withUrl(existing);
      const redrawn = await media.pictures.redraw(path);
      try {
        const id = ids.next("file");
        const { width, height, bytes } = redrawn;
        const file = { id, name: fileName(id, redrawn), width, height, bytes };
        await unitOfWork.run(({ mediaFiles }) => mediaFiles.begin(file, clock.now()));
        await media.storage.save(file.name, redrawn.path);
        return withUrl(
          await unitOfWork.run(({ mediaFiles }) => mediaFiles.finish(file, sha256, clock.now())),
        );
      } finally {
        await redrawn.discard();
      }
    },
);

const withUrl = (file: MediaFile): UploadedImage => ({ ...file, url: fileUrl(file.name) });
