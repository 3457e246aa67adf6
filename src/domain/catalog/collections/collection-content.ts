import type { VersionedState } from "../../shared/versioned-aggregate.js";
import type { CollectionId } from "../ids.js";
import type { Metafield } from "../metafields/metafield.js";
import type { Media } from "../images/media.js";
import type { Publication } from "../publication.js";
import type { Seo } from "../seo.js";
import type { CollectionRules } from "./collection-rules.js";
import type { CollectionTranslation } from "./collection-translation.js";

/** The editable content of a collection, except its products. */
export interface CollectionContent {
  readonly slug: string;
  readonly title: string;
  readonly descriptionHtml: string;
  readonly publication: Publication | null;
  readonly seo: Seo;
  readonly image: Media | null;
  /** The rules of an automated collection; null for a manual one. */
  readonly rules: CollectionRules | null;
  readonly sortOrder: CollectionOrder;
  /** The parent in the tree of collections; null for a root. */
  readonly parentId: CollectionId | null;
  readonly metafields: readonly Metafield[];
  /** The texts in other languages, sorted by language tag. */
  readonly translations: readonly CollectionTranslation[];
}

export interface CollectionSnapshot extends CollectionContent, VersionedState<CollectionId> {
  /** Whether the last published or unpublished event said that the shop shows the collection. */
  readonly announced: boolean;
}

export const COLLECTION_KINDS = ["MANUAL", "AUTOMATED"] as const;
/** Filled by hand or by rules. */
export type CollectionKind = (typeof COLLECTION_KINDS)[number];

export const COLLECTION_ORDERS = [
  "MANUAL",
  "TITLE_ASC",
  "TITLE_DESC",
  "PRICE_ASC",
  "PRICE_DESC",
  "CREATED_ASC",
  "CREATED_DESC",
] as const;
/**
 * The default order of the products. MANUAL: ordered by hand; products that rules add come last.
 */
export type CollectionOrder = (typeof COLLECTION_ORDERS)[number];
