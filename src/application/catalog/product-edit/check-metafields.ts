import {
  changedMetafields,
  checkDeclared,
} from "../../../domain/catalog/metafields/check-declared.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

interface EditedMetafields {
  readonly before: Pick<ProductSnapshot, "metafields"> | null;
  readonly after: Pick<ProductSnapshot, "metafields">;
}

/**
 * Checks that all new and changed metafields of products have a definition: in one statement, and
 * in none when there are no such metafields.
 * @throws Refused with MetafieldUndeclared, InvalidMetafield
 */
export const checkMetafields = async (
  { metafieldDefinitions }: Pick<CatalogStores, "metafieldDefinitions">,
  edited: readonly EditedMetafields[],
): Promise<void> => {
  const fields = edited.flatMap(({ before, after }) =>
    changedMetafields(before?.metafields ?? [], after.metafields),
  );
  if (fields.length === 0) return;
  const definitions = await metafieldDefinitions.byName(fields);
  const types = new Map(
    [...definitions].map(([name, definition]) => [name, definition.snapshot().type]),
  );
  for (const { before, after } of edited)
    checkDeclared(before?.metafields ?? [], after.metafields, types);
};
