import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Media } from "../../../domain/catalog/images/media.js";
import {
  PRODUCT_PROPERTIES,
  type ProductProperties,
} from "../../../domain/catalog/products/product-content.js";
import { VARIANT_DEFAULTS, type Variant } from "../../../domain/catalog/variants/variant.js";
import { keysOf } from "../../../domain/shared/keys-of.js";
import type { Metafield } from "../../../domain/catalog/metafields/metafield.js";
import type { FieldsOf } from "../ports/audience.js";
import type { PriceAndStockView } from "../ports/prices-and-stock.js";
import type { FileLocation } from "../../shared/file-format.js";
import type { ImageRecord, ProductRecord, VariantRecord } from "../ports/product-record.js";
import type { ProductView, VariantView } from "../ports/product-view.js";

/** What is read of each product to be exported. */
export type ExportedProduct = Pick<ProductView, keyof ProductProperties | keyof typeof NOT_COPIED>;

/** The fields that a file contains in another form than the shop. */
const NOT_COPIED = {
  slug: true,
  status: true,
  publication: true,
  seo: true,
  options: true,
  metafields: true,
} as const satisfies Partial<Record<keyof ProductView, true>>;

const PROPERTIES = keysOf(PRODUCT_PROPERTIES);
export const EXPORTED_OF_PRODUCT: FieldsOf<ProductView> = new Set([
  ...PROPERTIES,
  ...keysOf(NOT_COPIED),
]);
export const EXPORTED_OF_VARIANT: FieldsOf<VariantView> = new Set([
  "optionValues" as const,
  ...keysOf(VARIANT_DEFAULTS),
]);

const NOWHERE: FileLocation = { line: 0, column: null };

interface FileForms {
  /** The address of an image for other shops. */
  readonly toFileUrl: (url: string) => string;
  /** A metafield with names instead of ids. */
  readonly toFileField: (field: Metafield) => Metafield;
}

/**
 * A stored product as a record with every field.
 */
export const toProductRecord = (
  product: ExportedProduct,
  variants: readonly Variant[],
  stored: readonly Media[],
  pricesAndStock: ReadonlyMap<VariantId, Partial<PriceAndStockView>>,
  { toFileUrl, toFileField }: FileForms,
): ProductRecord => {
  const media = stored.map((image) => ({ ...image, url: toFileUrl(image.url) }));
  const urls = new Map(media.map(({ id, url }) => [id, url]));
  return {
    location: NOWHERE,
    ...pick(product, PROPERTIES),
    slug: product.slug,
    status: product.status,
    published: product.publication !== null,
    publishedFrom: product.publication?.from ?? null,
    publishedUntil: product.publication?.until ?? null,
    seoTitle: product.seo.title,
    seoDescription: product.seo.description,
    metafields: product.metafields.map(toFileField),
    options: product.options.map(({ name }) => name),
    swatches: product.options.map(({ swatches = [] }) =>
      swatches.map(({ value, color, mediaId }) => {
        const imageUrl = mediaId && urls.get(mediaId);
        return { value, ...(color && { color }), ...(imageUrl && { imageUrl }) };
      }),
    ),
    variants: variants.map((variant) =>
      toVariantRecord(variant, pricesAndStock.get(variant.id) ?? {}, urls, toFileField),
    ),
    images: toImageRecords(media),
  };
};

const toVariantRecord = (
  { id: _, mediaId, metafields, ...fields }: Variant,
  { price, compareAt, cost, onHand }: Partial<PriceAndStockView>,
  urls: ReadonlyMap<string, string>,
  toFileField: FileForms["toFileField"],
): VariantRecord => ({
  location: NOWHERE,
  ...fields,
  metafields: metafields.map(toFileField),
  onHand: onHand ?? null,
  price: price?.toDecimal() ?? null,
  compareAt: compareAt?.toDecimal() ?? null,
  cost: cost?.toDecimal() ?? null,
  imageUrl: mediaId === null ? null : (urls.get(mediaId) ?? null),
});

/** A URL identifies an image in a file, so each URL is exported once. */
function toImageRecords(media: readonly Media[]): readonly ImageRecord[] {
  const seen = new Set<string>();
  return media
    .filter(({ url }) => seen.size !== seen.add(url).size)
    .map(({ url, alt }, index) => ({ location: NOWHERE, url, alt, position: index + 1 }));
}

const pick = <Fields extends object, Field extends keyof Fields>(
  record: Fields,
  fields: readonly Field[],
): Pick<Fields, Field> =>
  Object.fromEntries(fields.map((field) => [field, record[field]])) as Pick<Fields, Field>;
