import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import type { Variant } from "../../../domain/catalog/variants/variant.js";
import type { PriceAndStockView } from "../ports/prices-and-stock.js";
import type {
  FileLocation,
  ImageRecord,
  ProductRecord,
  VariantRecord,
} from "../ports/product-record.js";
import type { ProductView } from "../ports/product-view.js";

export type ExportedProduct = Pick<
  ProductView,
  | "slug"
  | "title"
  | "descriptionHtml"
  | "vendor"
  | "productType"
  | "category"
  | "tags"
  | "status"
  | "publication"
  | "seo"
  | "giftCard"
  | "options"
  | "metafields"
>;

const NOWHERE: FileLocation = { line: 0, column: null };

/** A stored product as a record with every field. */
export const toProductRecord = (
  product: ExportedProduct,
  variants: readonly Variant[],
  media: readonly Media[],
  pricesAndStock: ReadonlyMap<VariantId, Partial<PriceAndStockView>>,
): ProductRecord => {
  const urls = new Map(media.map(({ id, url }) => [id, url]));
  return {
    location: NOWHERE,
    slug: product.slug,
    title: product.title,
    descriptionHtml: product.descriptionHtml,
    vendor: product.vendor,
    productType: product.productType,
    category: product.category,
    tags: product.tags,
    status: product.status,
    published: product.publication !== null,
    seoTitle: product.seo.title,
    seoDescription: product.seo.description,
    giftCard: product.giftCard,
    metafields: product.metafields,
    options: product.options.map(({ name }) => name),
    variants: variants.map((variant) =>
      toVariantRecord(variant, pricesAndStock.get(variant.id) ?? {}, urls),
    ),
    images: toImageRecords(media),
  };
};

const toVariantRecord = (
  variant: Variant,
  { price, compareAt, cost, onHand }: Partial<PriceAndStockView>,
  urls: ReadonlyMap<string, string>,
): VariantRecord => ({
  location: NOWHERE,
  optionValues: variant.optionValues,
  sku: variant.sku,
  barcode: variant.barcode,
  tracked: variant.tracked,
  soldOutPolicy: variant.soldOutPolicy,
  onHand: onHand ?? null,
  weightMilligrams: variant.weightMilligrams,
  weightUnit: variant.weightUnit,
  requiresShipping: variant.requiresShipping,
  taxable: variant.taxable,
  taxCode: variant.taxCode,
  unitPriceMeasure: variant.unitPriceMeasure,
  price: price?.toDecimal() ?? null,
  compareAt: compareAt?.toDecimal() ?? null,
  cost: cost?.toDecimal() ?? null,
  imageUrl: variant.mediaId === null ? null : (urls.get(variant.mediaId) ?? null),
});

/** A URL identifies an image in a file, so each URL is exported once. */
function toImageRecords(media: readonly Media[]): readonly ImageRecord[] {
  const seen = new Set<string>();
  return media
    .filter(({ url }) => seen.size !== seen.add(url).size)
    .map(({ url, alt }, index) => ({ location: NOWHERE, url, alt, position: index + 1 }));
}
