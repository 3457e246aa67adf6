import type { ProductId } from "../../domain/catalog/ids.js";
import { useCase } from "../shared/use-case.js";
import { mayReadCatalog } from "../shared/viewer.js";
import type { CatalogReads } from "./ports.js";

interface Needs {
  readonly catalogReads: CatalogReads;
}

/** The slugs that once were those of products and still lead to them, oldest first: for staff. */
export const showOldSlugs = useCase(
  mayReadCatalog,
  ({ catalogReads }: Needs) =>
    (ids: readonly ProductId[]) =>
      catalogReads.oldSlugsOfProducts(ids),
);
