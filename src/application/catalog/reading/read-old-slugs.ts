import type { ProductId } from "../../../domain/catalog/ids.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadCatalog } from "../ports/permissions.js";
import type { CatalogReads } from "../ports/catalog-reads.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

/** The old slugs that redirect to products, oldest first. Staff only. */
export const readOldSlugs = useCase(
  mayReadCatalog,
  ({ catalogReads }: Needs) =>
    (ids: readonly ProductId[]) =>
      catalogReads.oldSlugsOfProducts(ids),
);
