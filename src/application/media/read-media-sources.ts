import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { mayReadCatalog } from "../catalog/ports/permissions.js";
import type { MediaSourceReads, SourceStatus } from "./ports/media-sources.js";

interface Needs {
  readonly mediaSourceReads: MediaSourceReads;
}

/** The external images, by the status of their download. Staff only. */
export const readMediaSources = {
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
