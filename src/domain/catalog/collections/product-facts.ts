import type { Money } from "../../shared/money.js";
import { fold } from "../../shared/text.js";
import type { VariantId } from "../ids.js";
import { canBeBought, isOnSale, type VariantPriceAndStock } from "../../listing/listing.js";
import { fullName, type Metafield } from "../metafields/metafield.js";
import type { ProductSnapshot } from "../products/product-content.js";

/**
 * The values of a product that rules are compared with. Texts are folded: case and accents do not
 * matter.
 */
export interface ProductFacts {
  readonly texts: Readonly<
    Record<
      | "TITLE"
      | "PRODUCT_TYPE"
      | "CATEGORY"
      | "VENDOR"
      | "TAG"
      | "VARIANT_TITLE"
      | "SKU"
      | "BARCODE",
      readonly string[]
    >
  >;
  /** The values that the variants have, each with the name of its option. */
  readonly optionValues: readonly { readonly name: string; readonly value: string }[];
  readonly money: Readonly<Record<"PRICE" | "LOWEST_PRICE" | "COMPARE_AT_PRICE", readonly Money[]>>;
  readonly weightsMilligrams: readonly number[];
  /** The sum of the available units of all tracked variants; empty if none is tracked. */
  readonly stock: readonly number[];
  readonly flags: Readonly<Record<"ON_SALE" | "AVAILABLE" | "GIFT_CARD", boolean>>;
  readonly createdAt: Date;
  /** By full name. */
  readonly metafields: ReadonlyMap<string, Metafield>;
}

export const productFacts = (
  product: ProductSnapshot,
  pricesAndStock: ReadonlyMap<VariantId, VariantPriceAndStock>,
): ProductFacts => {
  const { variants, options } = product;
  const known = variants.flatMap(({ id }) => pricesAndStock.get(id) ?? []);
  const prices = known.flatMap(({ price }) => price ?? []);
  const lowest = prices.reduce<Money | null>(
    (least, price) => (least === null || price.minorUnits < least.minorUnits ? price : least),
    null,
  );
  const counted = variants.flatMap(({ id, tracked }) =>
    tracked ? (pricesAndStock.get(id)?.available ?? []) : [],
  );
  return {
    texts: {
      TITLE: foldedTexts(product.title),
      PRODUCT_TYPE: foldedTexts(product.productType),
      CATEGORY: foldedTexts(product.category),
      VENDOR: foldedTexts(product.vendor),
      TAG: foldedTexts(...product.tags),
      VARIANT_TITLE: foldedTexts(...variants.map(({ optionValues }) => optionValues.join(" / "))),
      SKU: foldedTexts(...variants.map(({ sku }) => sku ?? "")),
      BARCODE: foldedTexts(...variants.map(({ barcode }) => barcode ?? "")),
    },
    optionValues: options.flatMap(({ name }, axis) =>
      [...new Set(variants.map(({ optionValues }) => optionValues[axis] ?? ""))].map((value) => ({
        name: fold(name),
        value: fold(value),
      })),
    ),
    money: {
      PRICE: prices,
      LOWEST_PRICE: lowest ? [lowest] : [],
      COMPARE_AT_PRICE: known.flatMap(({ compareAt }) => compareAt ?? []),
    },
    weightsMilligrams: variants.flatMap(({ weightMilligrams }) => weightMilligrams ?? []),
    stock: counted.length === 0 ? [] : [counted.reduce((sum, units) => sum + units, 0)],
    flags: {
      ON_SALE: known.some(isOnSale),
      AVAILABLE: variants.some((one) => canBeBought(one, pricesAndStock.get(one.id))),
      GIFT_CARD: product.giftCard,
    },
    createdAt: product.createdAt,
    metafields: new Map(product.metafields.map((field) => [fullName(field), field])),
  };
};

/** Without duplicates and empty texts. */
const foldedTexts = (...texts: readonly string[]): readonly string[] =>
  [...new Set(texts.map(fold))].filter((one) => one !== "");
