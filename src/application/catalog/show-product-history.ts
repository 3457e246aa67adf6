import type { ProductId } from "../../domain/catalog/ids.js";
import type { PageRequest } from "../shared/page.js";
import { useCase } from "../shared/use-case.js";
import { mayReadCatalog } from "../shared/viewer.js";
import type { ProductHistoryReads } from "./ports.js";

interface Needs {
  readonly productHistoryReads: ProductHistoryReads;
}

/** Who changed what of products, and when: for staff. */
export const showProductHistory = {
  ofProducts: useCase(
    mayReadCatalog,
    ({ productHistoryReads }: Needs) =>
      ({ ids, page }: { readonly ids: readonly ProductId[]; readonly page: PageRequest }) =>
        productHistoryReads.ofProducts(ids, page),
  ),
  count: useCase(
    mayReadCatalog,
    ({ productHistoryReads }: Needs) =>
      (ids: readonly ProductId[]) =>
        productHistoryReads.count(ids),
  ),
};
