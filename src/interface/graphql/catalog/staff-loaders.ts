import type { Catalog } from "../../../application/catalog/catalog.js";
import type { ProductRevision } from "../../../application/catalog/ports.js";
import type { Page, PageRequest } from "../../../application/shared/page.js";
import type { Viewer } from "../../../application/shared/viewer.js";
import type { ProductId } from "../../../domain/catalog/ids.js";
import { batcher } from "../batcher.js";
import { EMPTY_PAGE } from "../connection.js";

/** What only staff may look up. One set per request, as catalogLoaders. */
export const staffLoaders = ({ history }: Pick<Catalog, "history">, viewer: Viewer) => {
  const batch = batcher();
  return {
    historyOf: async (id: ProductId, page: PageRequest): Promise<Page<ProductRevision>> =>
      (await batch(["history", page], (ids: readonly ProductId[]) => history.ofProducts({ ids, page }, viewer)).load(id)) ?? EMPTY_PAGE,
    countHistory: async (id: ProductId): Promise<number> => (await batch(["count history"], (ids: readonly ProductId[]) => history.count(ids, viewer)).load(id)) ?? 0,
  };
};

export type StaffLoaders = ReturnType<typeof staffLoaders>;
