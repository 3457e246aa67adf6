import type { CollectionSnapshot } from "../../domain/catalog/collection.js";
import type { CollectionId, MediaId } from "../../domain/catalog/ids.js";
import type { Media } from "../../domain/catalog/media.js";
import { id } from "../../domain/shared/id.js";
import { fold } from "../../domain/shared/text.js";
import { fromSqlTime, toSqlTime, type Row } from "../shared/sql.js";
import type { VersionedRow } from "../shared/versioned-rows.js";
import { toPublication, toPublicationColumns } from "./product-rows.js";

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
  version: Number(row["version"]),
  createdAt: fromSqlTime(row["created_at"]),
  updatedAt: fromSqlTime(row["updated_at"]),
});

export const toImageColumns = (image: Media | null) => ({
  image_id: image?.id ?? null,
  image_url: image?.url ?? null,
  image_alt: image?.alt ?? null,
});

export const toImage = (row: Row): Media | null =>
  row["image_id"] == null ? null : { id: id<MediaId>(String(row["image_id"])), url: String(row["image_url"]), alt: String(row["image_alt"]) };
