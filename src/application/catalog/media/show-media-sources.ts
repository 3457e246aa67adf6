import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../../shared/viewer.js";
import type { MediaSourceReads, SourceStatus } from "./media-ports.js";

interface Needs {
  readonly mediaSourceReads: MediaSourceReads;
}

/** Images elsewhere by how far their fetching has come. */
export const showMediaSources = {
  list: useCase(
    mayReadCatalog,
    ({ mediaSourceReads }: Needs) =>
      ({ status, page }: { readonly status: SourceStatus; readonly page: PageRequest }) =>
        mediaSourceReads.list(status, page),
  ),
  count: useCase(
    mayReadCatalog,
    ({ mediaSourceReads }: Needs) =>
      (status: SourceStatus) =>
        mediaSourceReads.count(status),
  ),
};
