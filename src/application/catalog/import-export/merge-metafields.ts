import { valuesOf } from "../../../domain/catalog/metafields/metafield-form.js";
import {
  isListType,
  referencedKind,
  type MetafieldType,
  type ReferencedKind,
} from "../../../domain/catalog/metafields/metafield-type.js";
import { fullName, type Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { MetafieldRecord } from "../ports/product-record.js";

interface References {
  readonly typeOf: (field: Metafield) => MetafieldType;
  /** The id of what a name refers to; undefined when there is nothing. */
  readonly idOf: (kind: ReferencedKind, name: string) => string | undefined;
  /** Called for each name that refers to nothing. */
  readonly onUnknown: (field: MetafieldRecord, kind: ReferencedKind, name: string) => void;
}

/**
 * Merges the metafields of a file into the stored ones. An empty value removes one; one that refers
 * to something unknown keeps its stored value; without one, it gets what is known.
 */
export const mergeMetafields = (
  incoming: readonly MetafieldRecord[],
  stored: readonly Metafield[],
  references: References,
): readonly Metafield[] => {
  if (incoming.length === 0) return stored;
  const fields = new Map(stored.map((field) => [fullName(field), field]));
  for (const field of incoming) {
    const { namespace, key } = field;
    const type = references.typeOf(field);
    const before = fields.get(fullName(field));
    const value = field.value === "" ? "" : valueOf(field, type, before !== undefined, references);
    if (value === "") fields.delete(fullName(field));
    else if (value !== null) fields.set(fullName(field), { namespace, key, type, value });
  }
  return [...fields.values()];
};

/** The stored form of a value of a file; null when it is not imported. */
const valueOf = (
  field: MetafieldRecord,
  type: MetafieldType,
  isStored: boolean,
  { idOf, onUnknown }: References,
): string | null => {
  const kind = referencedKind(type);
  const names = kind ? valuesOf({ type, value: field.value }) : [];
  if (!kind || names.length === 0) return field.value;
  let isKnown = true;
  const ids = names.flatMap((name) => {
    const id = idOf(kind, name);
    if (id !== undefined) return id;
    onUnknown(field, kind, name);
    // What was deleted may still be referred to.
    if (name.startsWith(`${kind}_`)) return name;
    isKnown = false;
    return [];
  });
  if (ids.length === 0 || (isStored && !isKnown)) return null;
  return isListType(type) ? JSON.stringify([...new Set(ids)]) : (ids[0] ?? null);
};
