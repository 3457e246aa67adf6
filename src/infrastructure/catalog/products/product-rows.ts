import type { MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { Option } from "../../../domain/catalog/options/option.js";
import type {
  ProductSnapshot,
  ProductStatus,
} from "../../../domain/catalog/products/product-content.js";
import type { ProductTranslation } from "../../../domain/catalog/products/product-texts.js";
import { productTranslationViews } from "../../../domain/catalog/products/product-translation-views.js";
import type {
  SoldOutPolicy,
  UnitPriceMeasure,
  Variant,
  WeightUnit,
} from "../../../domain/catalog/variants/variant.js";
import { id } from "../../../domain/shared/id.js";
import { fold } from "../../../domain/shared/text.js";
import { urlKey } from "../../media/media.js";
import { toFlag, toNumber, toText, type Cell } from "../../shared/database/cell.js";
import type { Row, RowValues } from "../../shared/database/sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime } from "../../shared/database/sql-value.js";
import type { VersionedRow } from "../../shared/database/versioned-row.js";
import { focalPointProperty, toFocalPoint, toHundredths } from "../columns/image-columns.js";
import { toPublication, publicationColumns } from "../columns/publication-columns.js";
import { toTranslations, toTranslationsCell } from "../translations/translation-rows.js";

export const toProductRow = (product: ProductSnapshot): VersionedRow => ({
  id: product.id,
  slug: product.slug,
  title: product.title,
  description_html: product.descriptionHtml,
  vendor: product.vendor,
  product_type: product.productType,
  category: product.category,
  tags: toSqlJson(product.tags),
  status: product.status,
  ...publicationColumns(product.publication),
  seo_title: product.seo.title,
  seo_description: product.seo.description,
  gift_card: product.giftCard,
  options: toSqlJson(product.options),
  metafields: toSqlJson(product.metafields),
  translations: toTranslationsCell(productTranslationViews(product)),
  version: product.version,
  announced: product.announced,
  created_at: toSqlTime(product.createdAt),
  updated_at: toSqlTime(product.updatedAt),
});

export const toVariantRow = (
  productId: ProductId,
  variant: Variant,
  position: number,
): RowValues => ({
  id: variant.id,
  product_id: productId,
  position,
  option_values: toSqlJson(variant.optionValues),
  sku: variant.sku,
  folded_sku: variant.sku === null ? null : fold(variant.sku).slice(0, 255),
  barcode: variant.barcode,
  tracked: variant.tracked,
  sold_out_policy: variant.soldOutPolicy,
  weight_milligrams: variant.weightMilligrams,
  weight_unit: variant.weightUnit,
  requires_shipping: variant.requiresShipping,
  taxable: variant.taxable,
  tax_code: variant.taxCode,
  unit_price_measure: variant.unitPriceMeasure && toSqlJson(variant.unitPriceMeasure),
  media_id: variant.mediaId,
});

export const toMediaRow = (
  productId: ProductId,
  { id: mediaId, url, alt, focalPoint }: Media,
  position: number,
): RowValues => ({
  id: mediaId,
  product_id: productId,
  position,
  url,
  alt,
  url_key: urlKey(url),
  focal_x: focalPoint ? toHundredths(focalPoint.x) : null,
  focal_y: focalPoint ? toHundredths(focalPoint.y) : null,
});

export const toTagRows = ({
  id: product_id,
  tags,
}: Pick<ProductSnapshot, "id" | "tags">): readonly RowValues[] =>
  [...new Set(tags.map((tag) => fold(tag).slice(0, 255)))].map((folded_tag) => ({
    product_id,
    folded_tag,
  }));

export const toProduct = (
  row: Row,
  variants: readonly Variant[],
  media: readonly Media[],
): ProductSnapshot => ({
  id: id<ProductId>(String(row["id"])),
  slug: String(row["slug"]),
  title: String(row["title"]),
  descriptionHtml: String(row["description_html"]),
  vendor: String(row["vendor"]),
  productType: String(row["product_type"]),
  category: String(row["category"]),
  tags: fromSqlJson<readonly string[]>(row["tags"]),
  status: row["status"] as ProductStatus,
  publication: toPublication(row),
  seo: { title: String(row["seo_title"]), description: String(row["seo_description"]) },
  giftCard: toFlag(row["gift_card"]),
  options: fromSqlJson<readonly Option[]>(row["options"]),
  metafields: fromSqlJson<readonly Metafield[]>(row["metafields"]),
  media,
  variants,
  translations: toTranslations<ProductTranslation>(row["translations"]),
  version: Number(row["version"]),
  announced: toFlag(row["announced"]),
  createdAt: fromSqlTime(row["created_at"]),
  updatedAt: fromSqlTime(row["updated_at"]),
});

export const toVariant = (row: Row): Variant => ({
  id: id<VariantId>(String(row["id"])),
  optionValues: fromSqlJson<readonly string[]>(row["option_values"]),
  sku: toText(row["sku"]),
  barcode: toText(row["barcode"]),
  tracked: toFlag(row["tracked"]),
  soldOutPolicy: row["sold_out_policy"] as SoldOutPolicy,
  weightMilligrams: toNumber(row["weight_milligrams"]),
  weightUnit: row["weight_unit"] as WeightUnit,
  requiresShipping: toFlag(row["requires_shipping"]),
  taxable: toFlag(row["taxable"]),
  taxCode: toText(row["tax_code"]),
  unitPriceMeasure: toUnitPriceMeasure(row["unit_price_measure"]),
  mediaId: row["media_id"] == null ? null : id<MediaId>(String(row["media_id"])),
});

export const toMedia = (row: Row): Media => ({
  id: id<MediaId>(String(row["id"])),
  url: String(row["url"]),
  alt: String(row["alt"]),
  ...focalPointProperty(toFocalPoint(row["focal_x"], row["focal_y"])),
});

export const toUnitPriceMeasure = (cell: Cell): UnitPriceMeasure | null =>
  cell == null ? null : fromSqlJson<UnitPriceMeasure>(cell);
