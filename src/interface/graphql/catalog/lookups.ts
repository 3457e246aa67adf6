import { parseId, type IdKinds } from "../../../application/shared/ids.js";
import { DomainError } from "../../../domain/shared/domain-error.js";
import type { GraphqlContext } from "../context.js";
import type { Requested } from "../requested-fields.js";
import type { CollectionSource } from "./collection-fields.js";
import { collectionFields, productFields } from "./fields-of.js";
import type { CollectionBy, ProductBy } from "./inputs.js";
import type { ProductSource } from "./product-fields.js";

export class InvalidId extends DomainError {
  readonly code = "INVALID_ID";

  constructor(raw: string, kind: string) {
    super(`"${raw.slice(0, 80)}" is not the id of ${kind}.`);
  }
}

/** @throws InvalidId */
export const idOf = <Kind extends keyof IdKinds>(kind: Kind, raw: string): IdKinds[Kind] => {
  const id = parseId(kind, raw);
  if (id === null) throw new InvalidId(raw, `a ${kind}`);
  return id;
};

const slugOf = (raw: string): string => raw.normalize("NFC").toLowerCase();

export const productBy = (
  { id, slug = "" }: ProductBy,
  requested: Requested,
  { loaders }: GraphqlContext,
): Promise<ProductSource | null> => {
  const fields = productFields(requested);
  return id === undefined
    ? loaders.catalog.productBySlug(slugOf(slug), fields)
    : loaders.catalog.product(idOf("product", id), fields);
};

export const collectionBy = (
  { id, slug = "" }: CollectionBy,
  requested: Requested,
  { loaders }: GraphqlContext,
): Promise<CollectionSource | null> => {
  const fields = collectionFields(requested);
  return id === undefined
    ? loaders.catalog.collectionBySlug(slugOf(slug), fields)
    : loaders.catalog.collection(idOf("collection", id), fields);
};
