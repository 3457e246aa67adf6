import { DEFINITION_RULES } from "../../../domain/catalog/metafields/definition-translation.js";
import { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import { fullName, type MetafieldType } from "../../../domain/catalog/metafields/metafield.js";
import { Problems } from "../../../domain/shared/problems.js";
import { text } from "../../../domain/shared/text.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { Ids } from "../../shared/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import type { MetafieldRecord, ProductRecord } from "../ports/product-record.js";
import { importWarnings } from "./import-warnings.js";

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
  const definitions = [...fields].map(([full, field]) => {
    const { namespace, key, type } = field;
    return MetafieldDefinition.declare(
      ids.next("metafield"),
      { namespace, key, type: types.get(full) ?? type, name: nameOf(field), description: "" },
      now,
    );
  });
  if (definitions.length > 0) await metafieldDefinitions.save(definitions);
};

/** The custom fields of a record that are defined with another type than the file says. */
export const keptTypes = (
  record: ProductRecord,
  { types, undeclared }: ImportedMetafields,
): readonly ImportIssue[] =>
  filledMetafields(record).flatMap((field) => {
    const kept = types.get(fullName(field));
    return kept === undefined ||
      kept === field.type ||
      undeclared.has(fullName(field)) ||
      !field.definition?.isTyped
      ? []
      : [importWarnings.metafieldTypeKept(record, field, kept)];
  });

/** The name in the file if a definition can have it. */
const nameOf = ({ key, definition }: MetafieldRecord): string =>
  new Problems().collect(() => text(definition?.name || key, DEFINITION_RULES.name)) ?? key;

/** An empty value removes a metafield and needs no definition. */
const filledMetafields = ({ metafields = [] }: ProductRecord): readonly MetafieldRecord[] =>
  metafields.filter(({ value }) => value !== "");
