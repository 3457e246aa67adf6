import { acceptedDefinition } from "../../../domain/catalog/metafields/accepted-definition.js";
import { DEFAULT_USAGE, isSearchable } from "../../../domain/catalog/metafields/metafield-usage.js";
import {
  MetafieldDefinition,
  type DeclaredContent,
} from "../../../domain/catalog/metafields/metafield-definition.js";
import { fullName, isMetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { Ids } from "../../shared/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import type { MetafieldRecord } from "../ports/product-record.js";
import { MOST_SEARCHABLE } from "../metafields/ensure-few-searchable.js";
import type { DeclaredDefinition, ImportState } from "./import-state.js";
import { metafieldsOf, type FieldsRecord } from "./metafields-of.js";
import { importWarnings } from "./import-warnings.js";

type DefinitionStores = Pick<CatalogStores, "metafieldDefinitions">;

/** The metafields of a batch of records. */
export interface ImportedMetafields {
  /** By full name: the definition, or else the one that the records make. */
  readonly declared: ReadonlyMap<string, DeclaredDefinition>;
  readonly undeclared: ReadonlySet<string>;
}

/**
 * Looks up the definitions of all metafields of a batch in one statement; in none when there are no
 * metafields.
 */
export const importedMetafields = async (
  { metafieldDefinitions }: DefinitionStores,
  records: readonly FieldsRecord[],
  state: Pick<ImportState, "declared" | "file">,
): Promise<ImportedMetafields> => {
  const fields = records.flatMap(filledMetafields);
  const ofHeader = records.length > 0 ? state.file.declared : [];
  const names = [...fields, ...ofHeader];
  const stored =
    names.length === 0
      ? new Map<string, MetafieldDefinition>()
      : await metafieldDefinitions.byName(names);
  const declared = new Map(
    [...stored].map(([name, definition]): [string, DeclaredDefinition] => [
      name,
      definition.snapshot(),
    ]),
  );
  const undeclared = new Set<string>();
  for (const content of ofHeader)
    if (isMetafieldName(content) && !stored.has(fullName(content))) {
      const name = fullName(content);
      if (!undeclared.has(name)) declared.set(name, acceptedDefinition(content));
      undeclared.add(name);
    }
  for (const field of fields) {
    const name = fullName(field);
    if (stored.has(name)) continue;
    // Of an earlier product of a dry run, which declares nothing.
    const earlier = state.declared(name);
    if (earlier !== undefined) {
      declared.set(name, earlier);
      continue;
    }
    undeclared.add(name);
    const type = declared.get(name)?.type;
    // One record may have one line where another one has several.
    if (type === undefined || (type === "TEXT" && field.type === "MULTILINE_TEXT"))
      declared.set(name, acceptedDefinition(contentOf(field)));
  }
  return { declared, undeclared };
};

/** Notes which metafields accepted records declare. */
export const noteDeclared = (
  state: Pick<ImportState, "declare">,
  accepted: readonly FieldsRecord[],
  { declared, undeclared }: ImportedMetafields,
): void => {
  if (undeclared.size === 0) return;
  for (const name of accepted.flatMap(filledMetafields).map(fullName)) {
    const definition = declared.get(name);
    if (definition && undeclared.has(name)) state.declare(name, definition);
  }
};

/**
 * Defines the metafields of records that have no definition yet.
 * @throws MetafieldNameTaken when another transaction did so meanwhile
 */
export const declareMetafields = async (
  { metafieldDefinitions }: DefinitionStores,
  records: readonly FieldsRecord[],
  { declared, undeclared }: ImportedMetafields,
  { ids, now, file }: { readonly ids: Ids; readonly now: Date } & Pick<ImportState, "file">,
): Promise<void> => {
  const names = new Set(
    [...(records.length > 0 ? file.declared : []), ...records.flatMap(filledMetafields)]
      .map(fullName)
      .filter((name) => undeclared.has(name)),
  );
  const contents = [...names].flatMap((name) => declared.get(name) ?? []);
  const allowed = contents.some(isSearchable)
    ? MOST_SEARCHABLE - (await metafieldDefinitions.searchable()).length
    : 0;
  const beyond = new Set(contents.filter(isSearchable).slice(Math.max(allowed, 0)));
  const definitions = contents.map((content) =>
    MetafieldDefinition.declare(
      ids.next("metafield"),
      beyond.has(content) ? { ...content, filterable: false, sortable: false } : content,
      now,
    ),
  );
  if (definitions.length > 0) await metafieldDefinitions.save(definitions);
};

/** The custom fields of a record that are defined with another type than the file says. */
export const keptTypes = (
  record: FieldsRecord,
  { declared, undeclared }: ImportedMetafields,
): readonly ImportIssue[] =>
  [record, ...(record.variants ?? [])].flatMap(({ location, metafields = [] }) =>
    metafields.flatMap((field) => {
      const kept = declared.get(fullName(field))?.type;
      return field.value === "" ||
        kept === undefined ||
        kept === field.type ||
        undeclared.has(fullName(field)) ||
        !field.definition?.isTyped
        ? []
        : [importWarnings.metafieldTypeKept(location, field, kept)];
    }),
  );

const contentOf = ({ namespace, key, type, definition }: MetafieldRecord): DeclaredContent => {
  const {
    owners = DEFAULT_USAGE.owners,
    filterable = false,
    sortable = false,
    choices = [],
  } = definition ?? {};
  const name = definition?.name || key;
  return { namespace, key, type, name, description: "", owners, filterable, sortable, choices };
};

/** An empty value removes a metafield and needs no definition. */
const filledMetafields = (record: FieldsRecord): readonly MetafieldRecord[] =>
  metafieldsOf(record).filter(({ value }) => value !== "");
