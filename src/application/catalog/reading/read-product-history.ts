import type { ProductId } from "../../../domain/catalog/ids.js";
import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../ports/permissions.js";
import type { ProductHistoryReads } from "../ports/product-history-reads.js";

interface Needs {
  readonly productHistoryReads: ProductHistoryReads;
}

/** Who changed products, when and how. Staff only. */
export const readProductHistory = {
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
