import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { productTranslationViews } from "../../../domain/catalog/products/product-translation-views.js";
import {
  flag,
  json,
  number,
  text,
  time,
  word,
  type Columns,
} from "../../shared/database/columns.js";
import { tableOf } from "../../shared/database/table-of.js";
import { publicationColumn } from "../columns/publication-columns.js";
import { seoColumn } from "../columns/seo-column.js";
import { translationsColumn } from "../translations/translation-rows.js";

/** What `catalog_product` stores; variants and images have tables of their own. */
export type StoredProduct = Omit<ProductSnapshot, "variants" | "media">;

const PRODUCT_COLUMNS: Columns<StoredProduct, ProductSnapshot> = {
  id: word("id"),
  slug: text("slug"),
  title: text("title"),
  descriptionHtml: text("description_html"),
  vendor: text("vendor"),
  productType: text("product_type"),
  category: text("category"),
  tags: json("tags"),
  status: word("status"),
  publication: publicationColumn,
  seo: seoColumn,
  giftCard: flag("gift_card"),
  options: json("options"),
  metafields: json("metafields"),
  translations: translationsColumn(productTranslationViews),
  version: number("version"),
  announced: flag("announced"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const PRODUCT_TABLE = tableOf(PRODUCT_COLUMNS);
