import type { FieldsOf } from "../../../../application/catalog/ports/audience.js";
import type { CollectionView } from "../../../../application/catalog/ports/collection-view.js";
import { type FieldNeeds, neededFields } from "../../execution/needed-fields.js";
import type { Requested } from "../../execution/requested-fields.js";

/** The fields of a view of a collection that each field of `Collection` needs. */
export const COLLECTION_NEEDS = {
  slug: ["slug"],
  title: ["title"],
  descriptionHtml: ["descriptionHtml"],
  description: ["descriptionHtml"],
  image: ["image"],
  seo: ["seo"],
  kind: ["kind"],
  rules: ["rules"],
  evaluating: ["evaluating"],
  sortOrder: ["sortOrder"],
  products: ["sortOrder"],
  parent: ["parentId"],
  publishedAt: ["publication"],
  publication: ["publication"],
  version: ["version"],
  createdAt: ["createdAt"],
  updatedAt: ["updatedAt"],
  metafields: ["metafields"],
  metafield: ["metafields"],
  translations: ["translations"],
} as const satisfies FieldNeeds<CollectionView>;

export const collectionFields = (requested: Requested): FieldsOf<CollectionView> =>
  neededFields(requested, COLLECTION_NEEDS);
