import type { UnitOfWork } from "../../shared/unit-of-work.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../../shared/viewer.js";
import type { MediaSource, MediaStores, SourceStatus } from "./media-ports.js";

export interface ListMediaSources {
  readonly status: SourceStatus;
  readonly limit: number;
}

/** Images elsewhere by how far their fetching has come, those that wait longest first. */
export const listMediaSources = useCase(
  mayReadCatalog,
  ({ unitOfWork }: { readonly unitOfWork: UnitOfWork<MediaStores> }) =>
    ({ status, limit }: ListMediaSources): Promise<readonly MediaSource[]> =>
      unitOfWork.run(({ mediaSources }) => mediaSources.list(status, limit)),
);
