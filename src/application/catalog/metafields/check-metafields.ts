import { broughtIn, checkDeclared } from "../../../domain/catalog/check-declared.js";
import type { ProductSnapshot } from "../../../domain/catalog/product.js";
import type { CatalogStores } from "../ports.js";

interface EditedMetafields {
  readonly before: Pick<ProductSnapshot, "metafields"> | null;
  readonly after: Pick<ProductSnapshot, "metafields">;
}

/**
 * Whatever edits bring into products is declared: one statement for all of them, and none where no metafield changes.
 * @throws Refused with MetafieldUndeclared, InvalidMetafield
 */
export const checkMetafields = async (
  { metafieldDefinitions }: Pick<CatalogStores, "metafieldDefinitions">,
  edited: readonly EditedMetafields[],
): Promise<void> => {
  const fields = edited.flatMap(({ before, after }) =>
    broughtIn(before?.metafields ?? [], after.metafields),
  );
  if (fields.length === 0) return;
  const definitions = await metafieldDefinitions.byName(fields);
  const types = new Map(
    [...definitions].map(([name, definition]) => [name, definition.snapshot().type]),
  );
  for (const { before, after } of edited)
    checkDeclared(before?.metafields ?? [], after.metafields, types);
};
