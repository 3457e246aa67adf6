import {
  referencedKind,
  type ReferencedKind,
} from "../../../domain/catalog/metafields/metafield-type.js";
import { valuesOf } from "../../../domain/catalog/metafields/metafield-form.js";
import { fullName } from "../../../domain/catalog/metafields/metafield.js";
import type { Ids } from "../../shared/ids.js";
import type { CatalogStores } from "../ports/catalog-stores.js";
import type { MetafieldRecord } from "../ports/product-record.js";
import type { ImportedMetafields } from "./declare-metafields.js";
import { metafieldsOf, type FieldsRecord } from "./metafields-of.js";
import type { ImportState } from "./import-state.js";

/** The id of what a custom field of a file refers to, by its kind and its name in the file. */
export type FoundReferences = ReadonlyMap<ReferencedKind, ReadonlyMap<string, string>>;

type Stores = Pick<CatalogStores, "referenceTargets" | "redirects">;
type State = Pick<ImportState, "promise" | "file">;

/**
 * Finds what the custom fields of a batch refer to: by the slug or SKU that it has, or else by a slug
 * that it had, or else it is a product or variant of the file that is not saved yet. Images are found
 * with their product.
 */
export const foundReferences = async (
  { referenceTargets, redirects }: Stores,
  records: readonly (FieldsRecord & { readonly slug: string })[],
  { declared }: ImportedMetafields,
  { state, ids }: { readonly state: State; readonly ids: Ids },
): Promise<FoundReferences> => {
  const found = new Map<ReferencedKind, Map<string, string>>();
  const names = namesByKind(records.flatMap(metafieldsOf), declared);
  for (const kind of ["product", "variant", "collection"] as const) {
    const all = [...(names.get(kind) ?? [])];
    if (all.length === 0) continue;
    const targets = new Map(await referenceTargets.find(kind, all));
    found.set(kind, targets);
    const missing = all.filter((name) => !targets.has(name));
    if (missing.length === 0) continue;
    if (kind !== "variant")
      for (const { slug, target } of await redirects.ofSlugs(kind, missing))
        if (kind === "collection" || !state.file.has(slug)) targets.set(slug, target);
    if (kind === "collection") continue;
    const isInFile = (name: string): boolean =>
      kind === "product" ? state.file.has(name) : state.file.hasSku(name);
    const later = missing.filter((name) => !targets.has(name) && isInFile(name));
    // In the order of the file, so that the ids of new products keep it.
    if (kind === "product" && later.length > 0)
      for (const { slug } of records) state.promise("product", slug, () => ids.next("product"));
    for (const name of later)
      targets.set(
        name,
        state.promise(kind, name, () =>
          kind === "product" ? ids.next("product") : ids.next("variant"),
        ),
      );
  }
  return found;
};

const namesByKind = (
  fields: readonly MetafieldRecord[],
  declared: ImportedMetafields["declared"],
): ReadonlyMap<ReferencedKind, ReadonlySet<string>> => {
  const names = new Map<ReferencedKind, Set<string>>();
  for (const field of fields) {
    const type = declared.get(fullName(field))?.type;
    const kind = type && referencedKind(type);
    if (!type || !kind || field.value === "") continue;
    const known = names.get(kind) ?? new Set<string>();
    for (const name of valuesOf({ type, value: field.value })) known.add(name);
    names.set(kind, known);
  }
  return names;
};
