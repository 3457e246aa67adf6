import type { Clock } from "../shared/clock.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { useCase } from "../shared/use-case.js";
import { mayWriteCatalog } from "../catalog/ports/permissions.js";
import type { MediaStorage } from "./ports/media-storage.js";
import type { MediaStores } from "./ports/media-stores.js";

const PORTION = 100;
/** Pages that were rendered a moment ago still find their images. */
const GRACE_MS = 10 * 60_000;

interface RemovalNeeds {
  readonly unitOfWork: UnitOfWork<MediaStores>;
  readonly clock: Clock;
  readonly media: { readonly storage: MediaStorage };
}

/**
 * Deletes files that cannot be used any more: first their content, then their rows.
 * @returns how many
 * @throws MediaUnavailable
 */
export const removeUnusedFiles = useCase(
  mayWriteCatalog,
  ({ unitOfWork, clock, media }: RemovalNeeds) =>
    async (_command: object): Promise<number> => {
      const before = new Date(clock.now().getTime() - GRACE_MS);
      const files = await unitOfWork.run(({ mediaFiles }) => mediaFiles.toDelete(before, PORTION));
      for (const { name } of files) await media.storage.remove(name);
      if (files.length > 0)
        await unitOfWork.run(({ mediaFiles }) => mediaFiles.remove(files.map(({ id }) => id)));
      return files.length;
    },
);
