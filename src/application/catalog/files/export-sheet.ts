import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/media.js";
import type { Variant } from "../../../domain/catalog/variant.js";
import type { OfferView, ProductView } from "../ports.js";
import type { ImageSheet, Place, ProductSheet, VariantSheet } from "./product-sheet.js";

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
export type ExportedVariant = Variant;
export type ExportedImage = Media;

const NOWHERE: Place = { line: 0, column: null };

/** A stored product as a sheet that holds every field. */
export const productSheet = (
  product: ExportedProduct,
  variants: readonly ExportedVariant[],
  media: readonly ExportedImage[],
  figures: ReadonlyMap<VariantId, Partial<OfferView>>,
): ProductSheet => {
  const urls = new Map(media.map(({ id, url }) => [id, url]));
  return {
    place: NOWHERE,
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
    variants: variants.map((variant) => variantSheet(variant, figures.get(variant.id) ?? {}, urls)),
    images: imageSheets(media),
  };
};

const variantSheet = (
  variant: ExportedVariant,
  { price, compareAt, cost, onHand }: Partial<OfferView>,
  urls: ReadonlyMap<string, string>,
): VariantSheet => ({
  place: NOWHERE,
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

/** In a file an address names one image. */
function imageSheets(media: readonly ExportedImage[]): readonly ImageSheet[] {
  const seen = new Set<string>();
  return media
    .filter(({ url }) => seen.size !== seen.add(url).size)
    .map(({ url, alt }, index) => ({ place: NOWHERE, url, alt, position: index + 1 }));
}
