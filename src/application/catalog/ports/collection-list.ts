import type { CollectionKind } from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { PageRequest } from "../../shared/page.js";

/**
 * MANUAL is the manual order of the children of one parent, or of collections without a parent.
 * Without such a filter it is CREATED.
 */
export const COLLECTION_SORT_KEYS = ["TITLE", "CREATED", "UPDATED", "MANUAL"] as const;

/** All conditions apply. */
export interface CollectionFilter {
  /** A part of the title; case and accents are ignored. */
  readonly text?: string;
  /** Whether the shop shows it at a time. */
  readonly published?: { readonly is: boolean; readonly at: Date };
  /** The children of a collection; null: collections without a parent. */
  readonly parent?: CollectionId | null;
  readonly kind?: CollectionKind;
}

export interface CollectionList {
  readonly filter?: CollectionFilter;
  readonly sort: { readonly key: (typeof COLLECTION_SORT_KEYS)[number]; readonly reverse: boolean };
  readonly page: PageRequest;
}
