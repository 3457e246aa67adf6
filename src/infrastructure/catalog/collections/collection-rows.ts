import type {
  CollectionOrder,
  CollectionSnapshot,
} from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionRules } from "../../../domain/catalog/collections/collection-rules.js";
import { collectionTranslationViews } from "../../../domain/catalog/collections/collection-translation-views.js";
import type { CollectionTranslation } from "../../../domain/catalog/collections/collection-translation.js";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { fold } from "../../../domain/shared/text.js";
import { toFlag } from "../../shared/database/cell.js";
import type { Row } from "../../shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime } from "../../shared/database/sql-value.js";
import type { VersionedRow } from "../../shared/database/versioned-row.js";
import { toImage, imageColumns } from "../columns/image-columns.js";
import { toPublication, publicationColumns } from "../columns/publication-columns.js";
import { toTranslations, toTranslationsCell } from "../translations/translation-rows.js";

export const toCollectionRow = (collection: CollectionSnapshot): VersionedRow => ({
  id: collection.id,
  slug: collection.slug,
  title: collection.title,
  folded_title: fold(collection.title).slice(0, 255),
  description_html: collection.descriptionHtml,
  ...publicationColumns(collection.publication),
  seo_title: collection.seo.title,
  seo_description: collection.seo.description,
  ...imageColumns(collection.image),
  kind: collection.rules ? "AUTOMATED" : "MANUAL",
  rules: collection.rules && toSqlJson(collection.rules),
  sort_order: collection.sortOrder,
  parent_id: collection.parentId,
  translations: toTranslationsCell(collectionTranslationViews(collection)),
  announced: collection.announced,
  version: collection.version,
  created_at: toSqlTime(collection.createdAt),
  updated_at: toSqlTime(collection.updatedAt),
});

export const toCollection = (row: Row): CollectionSnapshot => ({
  id: id<CollectionId>(String(row["id"])),
  slug: String(row["slug"]),
  title: String(row["title"]),
  descriptionHtml: String(row["description_html"]),
  publication: toPublication(row),
  seo: { title: String(row["seo_title"]), description: String(row["seo_description"]) },
  image: toImage(row),
  rules: toRules(row["rules"]),
  sortOrder: row["sort_order"] as CollectionOrder,
  parentId: toParent(row["parent_id"]),
  translations: toTranslations<CollectionTranslation>(row["translations"]),
  announced: toFlag(row["announced"]),
  version: Number(row["version"]),
  createdAt: fromSqlTime(row["created_at"]),
  updatedAt: fromSqlTime(row["updated_at"]),
});

type Cell = Row[string] | undefined;

export const toRules = (cell: Cell): CollectionRules | null =>
  cell == null ? null : fromSqlJson<CollectionRules>(cell);

export const toParent = (cell: Cell): CollectionId | null =>
  cell == null ? null : id<CollectionId>(String(cell));
