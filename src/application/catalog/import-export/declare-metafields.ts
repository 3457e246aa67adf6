import { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import { fullName, type MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import type { Ids } from "../../shared/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import type { ProductRecord } from "../ports/product-record.js";

type DefinitionStores = Pick<CatalogStores, "metafieldDefinitions">;

/** The metafields of a batch of records. */
export interface ImportedMetafields {
  /** By full name: the type of the definition, or else of the records. */
  readonly types: ReadonlyMap<string, MetafieldType>;
  readonly undeclared: ReadonlySet<string>;
}

/**
 * Looks up the definitions of all metafields of a batch in one statement; in none when there are no
 * metafields.
 */
export const importedMetafields = async (
  { metafieldDefinitions }: DefinitionStores,
  records: readonly ProductRecord[],
): Promise<ImportedMetafields> => {
  const fields = records.flatMap(filledMetafields);
  const stored =
    fields.length === 0
      ? new Map<string, MetafieldDefinition>()
      : await metafieldDefinitions.byName(fields);
  const types = new Map(
    [...stored].map(([name, definition]) => [name, definition.snapshot().type]),
  );
  const undeclared = new Set<string>();
  for (const field of fields) {
    const name = fullName(field);
    if (stored.has(name)) continue;
    undeclared.add(name);
    const type = types.get(name);
    // One record may have one line where another one has several.
    if (type === undefined || (type === "TEXT" && field.type === "MULTILINE_TEXT"))
      types.set(name, field.type);
  }
  return { types, undeclared };
};

/**
 * Defines the metafields of records that have no definition yet.
 * @throws MetafieldNameTaken when another transaction did so meanwhile
 */
export const declareMetafields = async (
  { metafieldDefinitions }: DefinitionStores,
  records: readonly ProductRecord[],
  { types, undeclared }: ImportedMetafields,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<void> => {
  const fields = new Map(
    records
      .flatMap(filledMetafields)
      .flatMap((field) =>
        undeclared.has(fullName(field)) ? [[fullName(field), field] as const] : [],
      ),
  );
  const definitions = [...fields].map(([name, { namespace, key, type }]) =>
    MetafieldDefinition.declare(
      ids.next("metafield"),
      { namespace, key, type: types.get(name) ?? type, name: key, description: "" },
      now,
    ),
  );
  if (definitions.length > 0) await metafieldDefinitions.save(definitions);
};

/** An empty value removes a metafield and needs no definition. */
const filledMetafields = ({
  metafields = [],
}: ProductRecord): NonNullable<ProductRecord["metafields"]> =>
  metafields.filter(({ value }) => value !== "");
