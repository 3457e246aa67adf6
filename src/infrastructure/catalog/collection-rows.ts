import type { CollectionOrder, CollectionSnapshot } from "../../domain/catalog/collection.js";
import type { CollectionRules } from "../../domain/catalog/collection-rules.js";
import type { CollectionId, MediaId } from "../../domain/catalog/ids.js";
import type { Media } from "../../domain/catalog/media.js";
import type { CollectionTranslation } from "../../domain/catalog/translations/collection-texts.js";
import { statedCollectionTranslations } from "../../domain/catalog/translations/stated-translations.js";
import { id } from "../../domain/shared/id.js";
import { fold } from "../../domain/shared/text.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime, type Row } from "../shared/sql.js";
import type { VersionedRow } from "../shared/versioned-rows.js";
import { toTranslations, toTranslationsCell } from "./translation-rows.js";
import { urlKey } from "./media/url-key.js";
import {
  focused,
  toFlag,
  toFocalPoint,
  toHundredths,
  toPublication,
  toPublicationColumns,
} from "./product-rows.js";

export const toCollectionRow = (collection: CollectionSnapshot): VersionedRow => ({
  id: collection.id,
  slug: collection.slug,
  title: collection.title,
  folded_title: fold(collection.title).slice(0, 255),
  description_html: collection.descriptionHtml,
  ...toPublicationColumns(collection.publication),
  seo_title: collection.seo.title,
  seo_description: collection.seo.description,
  ...toImageColumns(collection.image),
  kind: collection.rules ? "AUTOMATED" : "MANUAL",
  rules: collection.rules && toSqlJson(collection.rules),
  sort_order: collection.sortOrder,
  parent_id: collection.parentId,
  translations: toTranslationsCell(statedCollectionTranslations(collection)),
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

export const toImageColumns = (image: Media | null) => ({
  image_id: image?.id ?? null,
  image_url: image?.url ?? null,
  image_alt: image?.alt ?? null,
  image_key: image && urlKey(image.url),
  image_focal_x: image?.focalPoint ? toHundredths(image.focalPoint.x) : null,
  image_focal_y: image?.focalPoint ? toHundredths(image.focalPoint.y) : null,
});

export const toImage = (row: Row): Media | null =>
  row["image_id"] == null
    ? null
    : {
        id: id<MediaId>(String(row["image_id"])),
        url: String(row["image_url"]),
        alt: String(row["image_alt"]),
        ...focused(toFocalPoint(row["image_focal_x"], row["image_focal_y"])),
      };
