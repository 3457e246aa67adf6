import { addressOfName, fileName, type MediaFile } from "../../../domain/catalog/media-file.js";
import type { Clock } from "../../shared/clock.js";
import type { Ids } from "../../shared/ids.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MediaStorage, MediaStores, Pictures } from "./media-ports.js";

export interface UploadImage {
  /** Where what came from outside lies on this machine. */
  readonly path: string;
  /** SHA-256 of it, hexadecimal: the same picture is stored once. */
  readonly sha256: string;
}

export interface UploadNeeds {
  readonly unitOfWork: UnitOfWork<MediaStores>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly media: { readonly pictures: Pictures; readonly storage: MediaStorage };
}

/** A file that can be used, with the address that it is served under. */
export interface UploadedImage extends MediaFile {
  readonly url: string;
}

/**
 * Draws a picture anew and stores it. Noted first, stored second, usable third: whatever breaks off in between is found by the sweep.
 * @throws ImageFormatRefused, ImageTooLarge, ImageUnreadable; MediaBusy, MediaUnavailable
 */
export const uploadImage = useCase(
  mayWriteCatalog,
  ({ unitOfWork, clock, ids, media }: UploadNeeds) =>
    async ({ path, sha256 }: UploadImage): Promise<UploadedImage> => {
      const known = await unitOfWork.run(({ mediaFiles }) =>
        mediaFiles.ofContent(sha256, clock.now()),
      );
      if (known) return addressed(known);
      const redrawn = await media.pictures.redraw(path);
      try {
        const id = ids.next("file");
        const { width, height, bytes } = redrawn;
        const file = { id, name: fileName(id, redrawn), width, height, bytes };
        await unitOfWork.run(({ mediaFiles }) => mediaFiles.begin(file, clock.now()));
        await media.storage.put(file.name, redrawn.path);
        return addressed(
          await unitOfWork.run(({ mediaFiles }) => mediaFiles.finish(file, sha256, clock.now())),
        );
      } finally {
        await redrawn.discard();
      }
    },
);

const addressed = (file: MediaFile): UploadedImage => ({ ...file, url: addressOfName(file.name) });
