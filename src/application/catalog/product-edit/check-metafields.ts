import {
  changedMetafields,
  checkDeclared,
  type DeclaredMetafield,
} from "../../../domain/catalog/metafields/check-declared.js";
import type { Metafield, MetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import type { MetafieldOwner } from "../../../domain/catalog/metafields/metafield-usage.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import type { CatalogStores } from "../ports/catalog-stores.js";

type DefinitionStores = Pick<CatalogStores, "metafieldDefinitions">;

interface EditedProductFields {
  readonly before: Pick<ProductSnapshot, "metafields" | "variants"> | null;
  readonly after: Pick<ProductSnapshot, "metafields" | "variants">;
}

/** The metafields of a product, or of one of its variants. */
interface EditedFields {
  readonly owner: MetafieldOwner;
  readonly path: readonly string[];
  readonly before: readonly Metafield[];
  readonly after: readonly Metafield[];
}

/**
 * Checks that all new and changed metafields of products and their variants have a definition: in
 * one statement, and in none when there are no such metafields.
 * @throws Refused with MetafieldUndeclared, InvalidMetafield
 */
export const checkMetafields = async (
  stores: DefinitionStores,
  products: readonly EditedProductFields[],
): Promise<void> => {
  const edited = products.flatMap(editedFields);
  const fields = edited.flatMap(({ before, after }) => changedMetafields(before, after));
  if (fields.length === 0) return;
  const declared = await declaredMetafields(stores, fields);
  for (const { owner, path, before, after } of edited)
    withPath(
      (inside) => [...path, ...inside],
      () => checkDeclared(before, after, declared, owner),
    );
};

/** What the definitions of metafields say, by full name; no statement for none. */
export const declaredMetafields = async (
  { metafieldDefinitions }: DefinitionStores,
  names: readonly MetafieldName[],
): Promise<ReadonlyMap<string, DeclaredMetafield>> =>
  names.length === 0
    ? new Map()
    : new Map(
        [...(await metafieldDefinitions.byName(names))].map(([name, definition]) => [
          name,
          definition.snapshot(),
        ]),
      );

const editedFields = ({ before, after }: EditedProductFields): readonly EditedFields[] => {
  const ofProduct: EditedFields = {
    owner: "PRODUCT",
    path: [],
    before: before?.metafields ?? [],
    after: after.metafields,
  };
  if (after.variants.every(({ metafields }) => metafields.length === 0)) return [ofProduct];
  const stored = new Map(before?.variants.map(({ id, metafields }) => [id, metafields]));
  return [
    ofProduct,
    ...after.variants.map(({ id, metafields }, index): EditedFields => ({
      owner: "VARIANT",
      path: ["variants", String(index)],
      before: stored.get(id) ?? [],
      after: metafields,
    })),
  ];
};
