import type { CollectionOrder } from "../../../../domain/catalog/collections/collection-content.js";
import type { CollectionRules } from "../../../../domain/catalog/collections/collection-rules.js";
import type { CollectionTranslationPatch } from "../../../../domain/catalog/collections/collection-translation.js";
import type { FocalPoint } from "../../../../domain/catalog/images/media.js";
import type { FileLocation, ImportIssue } from "../../../shared/file-format.js";
import type { rowIssues } from "../../../shared/table-import.js";
import type { TableRow } from "../../../shared/table-files.js";
import type { MetafieldRecord } from "../../ports/product-record.js";
import type { CollectionField } from "./collection-file.js";

export type CollectionRow = TableRow<CollectionField>;
export type CollectionIssue = ReturnType<typeof rowIssues<CollectionField>>;

/** One collection of a file. A field that is left out keeps its stored value. */
export interface CollectionRecord {
  readonly location: FileLocation;
  readonly slug: string;
  readonly title?: string;
  readonly descriptionHtml?: string;
  /** The slug of the parent; null: without one. */
  readonly parent?: string | null;
  /** Among its siblings, from 1. */
  readonly position?: number;
  readonly published?: boolean;
  readonly publishedFrom?: Date | null;
  readonly publishedUntil?: Date | null;
  readonly sortOrder?: CollectionOrder;
  readonly imageUrl?: string | null;
  readonly imageAlt?: string;
  readonly focalPoint?: FocalPoint | null;
  readonly seoTitle?: string;
  readonly seoDescription?: string;
  readonly rules?: CollectionRules | null;
  readonly metafields: readonly MetafieldRecord[];
  readonly translations: readonly CollectionTranslationPatch[];
}

/** A product of a collection of a file. */
export interface MemberRecord {
  readonly row: CollectionRow;
  /** As in the file. */
  readonly slug: string;
  /** From 1; null when the file has none. */
  readonly position: number | null;
}

/** The rows of one collection. With defects nothing of them is imported. */
export interface CollectionEntry {
  readonly row: CollectionRow;
  readonly rows: number;
  /** Null when the rows cannot be read. */
  readonly record: CollectionRecord | null;
  readonly members: readonly MemberRecord[];
  readonly defects: readonly ImportIssue[];
  readonly warnings: readonly ImportIssue[];
}
