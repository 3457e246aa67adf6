import { fullName, type MetafieldType } from "../../../domain/catalog/metafield.js";
import { MetafieldDefinition } from "../../../domain/catalog/metafield-definition.js";
import type { Ids } from "../../shared/ids.js";
import type { CatalogStores } from "../ports.js";
import type { ProductSheet } from "../files/product-sheet.js";

type DefinitionStores = Pick<CatalogStores, "metafieldDefinitions">;

/** The custom fields that a batch of sheets speaks of. */
export interface SheetMetafields {
  /** By full name: the type that is declared, or else what the sheets say. */
  readonly types: ReadonlyMap<string, MetafieldType>;
  readonly undeclared: ReadonlySet<string>;
}

/** Looks up all custom fields of a batch in one statement; none where the sheets name no field. */
export const metafieldsOf = async (
  { metafieldDefinitions }: DefinitionStores,
  sheets: readonly ProductSheet[],
): Promise<SheetMetafields> => {
  const fields = sheets.flatMap(filled);
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
    const known = types.get(name);
    // Text in lines is text too: what reads as one line here may have several there.
    if (known === undefined || (known === "TEXT" && field.type === "MULTILINE_TEXT"))
      types.set(name, field.type);
  }
  return { types, undeclared };
};

/** Declares what sheets bring that nobody has declared yet. @throws MetafieldNameTaken where somebody just did */
export const declareMetafields = async (
  { metafieldDefinitions }: DefinitionStores,
  sheets: readonly ProductSheet[],
  { types, undeclared }: SheetMetafields,
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<void> => {
  const fresh = new Map(
    sheets
      .flatMap(filled)
      .flatMap((field) =>
        undeclared.has(fullName(field)) ? [[fullName(field), field] as const] : [],
      ),
  );
  const definitions = [...fresh].map(([name, { namespace, key, type }]) =>
    MetafieldDefinition.declare(
      ids.next("metafield"),
      { namespace, key, type: types.get(name) ?? type, name: key, description: "" },
      now,
    ),
  );
  if (definitions.length > 0) await metafieldDefinitions.save(definitions);
};

/** An empty value takes a field away, and so declares nothing. */
const filled = ({ metafields = [] }: ProductSheet): NonNullable<ProductSheet["metafields"]> =>
  metafields.filter(({ value }) => value !== "");
