import type { CollectionSnapshot } from "../../../domain/catalog/collections/collection-content.js";
import { collectionTranslationViews } from "../../../domain/catalog/collections/collection-translation-views.js";
import {
  flag,
  number,
  optionalJson,
  optionalWord,
  text,
  time,
  word,
  type Columns,
} from "../../shared/database/columns.js";
import { tableOf } from "../../shared/database/table-of.js";
import { imageColumn } from "../columns/image-columns.js";
import { metafieldsColumn } from "../metafields/metafields-column.js";
import { publicationColumn } from "../columns/publication-columns.js";
import { seoColumn } from "../columns/seo-column.js";
import { translationsColumn } from "../translations/translation-rows.js";

/** How a collection is stored in `catalog_collection`. */
const COLLECTION_COLUMNS: Columns<CollectionSnapshot> = {
  id: word("id"),
  slug: text("slug"),
  title: text("title"),
  descriptionHtml: text("description_html"),
  publication: publicationColumn,
  seo: seoColumn,
  image: imageColumn,
  rules: optionalJson("rules"),
  sortOrder: word("sort_order"),
  parentId: optionalWord("parent_id"),
  metafields: metafieldsColumn,
  translations: translationsColumn(collectionTranslationViews),
  announced: flag("announced"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const COLLECTION_TABLE = tableOf(COLLECTION_COLUMNS);
