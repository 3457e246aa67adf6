import { valuesOf } from "../../../domain/catalog/metafields/metafield-form.js";
import {
  isListType,
  referencedKind,
  type ReferencedKind,
} from "../../../domain/catalog/metafields/metafield-type.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import { parseId } from "../../shared/ids.js";
import type { CatalogReads } from "../ports/catalog-reads.js";

const EVERYTHING = { sees: "everything" } as const;

/**
 * How files contain metafields: with the slug, SKU or address of what they refer to, because ids are
 * others in another shop. What has no such name, or is deleted, keeps its id.
 * @param toFileUrl the address of an image for other shops
 */
export const fileFields = async (
  reads: CatalogReads,
  fields: readonly Metafield[],
  toFileUrl: (url: string) => string,
): Promise<(field: Metafield) => Metafield> => {
  const references = fields.filter(({ type }) => referencedKind(type) !== null);
  if (references.length === 0) return (field) => field;
  const ids = [...new Set(references.flatMap((field) => valuesOf(field)))];
  const names = new Map<string, string | null | undefined>();
  for (const kind of Object.keys(NAMES) as ReferencedKind[]) {
    const own = ids.filter((id) => id.startsWith(`${kind}_`));
    for (let start = 0; start < own.length; start += AT_ONCE)
      for (const [id, name] of await NAMES[kind](reads, own.slice(start, start + AT_ONCE)))
        names.set(id, kind === "media" && name ? toFileUrl(name) : name);
  }
  return (field) => {
    if (referencedKind(field.type) === null) return field;
    const values = valuesOf(field).map((id) => names.get(id) ?? id);
    return {
      ...field,
      value: isListType(field.type) ? JSON.stringify(values) : (values[0] ?? field.value),
    };
  };
};

const AT_ONCE = 500;

const idsOf = <Kind extends ReferencedKind>(kind: Kind, ids: readonly string[]) =>
  ids.flatMap((id) => {
    const parsed = parseId(kind, id);
    return parsed === null ? [] : [parsed];
  });

type NamesOf = (
  reads: CatalogReads,
  ids: readonly string[],
) => Promise<readonly (readonly [string, string | null | undefined])[]>;

const NAMES: Readonly<Record<ReferencedKind, NamesOf>> = {
  product: async (reads, ids) =>
    (await reads.productsById(idsOf("product", ids), EVERYTHING, new Set(["slug"]))).map(
      ({ id, slug }) => [id, slug],
    ),
  variant: async (reads, ids) =>
    (await reads.variantsById(idsOf("variant", ids), EVERYTHING, new Set(["sku"]))).map(
      ({ id, sku }) => [id, sku],
    ),
  collection: async (reads, ids) =>
    (await reads.collectionsById(idsOf("collection", ids), EVERYTHING, new Set(["slug"]))).map(
      ({ id, slug }) => [id, slug],
    ),
  media: async (reads, ids) =>
    (await reads.mediaById(idsOf("media", ids), EVERYTHING, new Set(["url"]))).map(
      ({ id, url }) => [id, url],
    ),
};
