import type { Clock } from "../../shared/clock.js";
import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { MediaStorage, MediaStores } from "./media-ports.js";

const PORTION = 100;
/** So that pages that were built a moment ago still find their pictures. */
const REST_MS = 10 * 60_000;

interface RemovalNeeds {
  readonly unitOfWork: UnitOfWork<MediaStores>;
  readonly clock: Clock;
  readonly media: { readonly storage: MediaStorage };
}

/** Removes the bytes of files that nobody can use any more, then the note of them. @returns how many @throws MediaUnavailable */
export const removeDoomedFiles = useCase(
  mayWriteCatalog,
  ({ unitOfWork, clock, media }: RemovalNeeds) =>
    async (_command: object): Promise<number> => {
      const before = new Date(clock.now().getTime() - REST_MS);
      const doomed = await unitOfWork.run(({ mediaFiles }) => mediaFiles.doomed(before, PORTION));
      for (const { name } of doomed) await media.storage.remove(name);
      if (doomed.length > 0)
        await unitOfWork.run(({ mediaFiles }) => mediaFiles.forget(doomed.map(({ id }) => id)));
      return doomed.length;
    },
);
