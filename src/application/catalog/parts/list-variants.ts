import type { PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../../shared/viewer.js";
import type { CatalogReads, FieldsOf, VariantFilter, VariantView } from "../ports.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

export interface ListVariants {
  readonly filter: VariantFilter;
  readonly page: PageRequest;
  readonly fields: FieldsOf<VariantView>;
}

/** The variants of all products as one list, for staff. */
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
