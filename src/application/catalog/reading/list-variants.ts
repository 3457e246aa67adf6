import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../ports/permissions.js";
import type { FieldsOf } from "../ports/audience.js";
import type { CatalogReads } from "../ports/catalog-reads.js";
import type { VariantFilter } from "../ports/product-list.js";
import type { VariantView } from "../ports/product-view.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

interface ListVariants {
  readonly filter: VariantFilter;
  readonly page: PageRequest;
  readonly fields: FieldsOf<VariantView>;
}

/** The variants of all products in one list. Staff only. */
export const listVariants = {
  page: useCase(
    mayReadCatalog,
    ({ catalogReads }: Needs) =>
      ({ filter, page, fields }: ListVariants) =>
        catalogReads.variants(filter, page, fields),
  ),
  count: useCase(
    mayReadCatalog,
    ({ catalogReads }: Needs) =>
      (filter: VariantFilter) =>
        catalogReads.countAllVariants(filter),
  ),
};
