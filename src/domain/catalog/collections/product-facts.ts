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
    Record<"TITLE" | "PRODUCT_TYPE" | "CATEGORY" | "VENDOR" | "TAG", readonly string[]>
  >;
  /** The lowest price; empty if no variant has one. */
  readonly money: Readonly<Record<"LOWEST_PRICE", readonly Money[]>>;
  /** The sum of the available units of all tracked variants; empty if none is tracked. */
  readonly stock: readonly number[];
  readonly giftCard: boolean;
  readonly createdAt: Date;
  /** By full name. */
  readonly metafields: ReadonlyMap<string, Metafield>;
  readonly variants: readonly VariantFacts[];
}

/** The values of one variant. Lists have at most one value, except that of option values. */
export interface VariantFacts {
  readonly texts: Readonly<Record<"VARIANT_TITLE" | "SKU" | "BARCODE", readonly string[]>>;
  /** Each with the name of its option. */
  readonly optionValues: readonly { readonly name: string; readonly value: string }[];
  readonly money: Readonly<Record<"PRICE" | "COMPARE_AT_PRICE", readonly Money[]>>;
  readonly weightsMilligrams: readonly number[];
  readonly flags: Readonly<Record<"ON_SALE" | "AVAILABLE", boolean>>;
}

export const productFacts = (
  product: ProductSnapshot,
  pricesAndStock: ReadonlyMap<VariantId, VariantPriceAndStock>,
): ProductFacts => {
  const { variants } = product;
  const prices = variants.flatMap(({ id }) => pricesAndStock.get(id)?.price ?? []);
  const lowest = prices.reduce<Money | null>(
    (least, price) => (least === null || price.minorUnits < least.minorUnits ? price : least),
    null,
  );
  const counted = variants.flatMap(({ id, tracked }) =>
    tracked ? (pricesAndStock.get(id)?.available ?? []) : [],
  );
  const names = product.options.map(({ name }) => fold(name));
  return {
    texts: {
      TITLE: foldedTexts(product.title),
      PRODUCT_TYPE: foldedTexts(product.productType),
      CATEGORY: foldedTexts(product.category),
      VENDOR: foldedTexts(product.vendor),
      TAG: foldedTexts(...product.tags),
    },
    money: { LOWEST_PRICE: lowest ? [lowest] : [] },
    stock: counted.length === 0 ? [] : [counted.reduce((sum, units) => sum + units, 0)],
    giftCard: product.giftCard,
    createdAt: product.createdAt,
    metafields: new Map(product.metafields.map((field) => [fullName(field), field])),
    variants: variants.map((one) => variantFacts(one, names, pricesAndStock.get(one.id))),
  };
};

const variantFacts = (
  variant: ProductSnapshot["variants"][number],
  optionNames: readonly string[],
  terms: VariantPriceAndStock | undefined,
): VariantFacts => ({
  texts: {
    VARIANT_TITLE: foldedTexts(variant.optionValues.join(" / ")),
    SKU: foldedTexts(variant.sku ?? ""),
    BARCODE: foldedTexts(variant.barcode ?? ""),
  },
  optionValues: optionNames.map((name, axis) => ({
    name,
    value: fold(variant.optionValues[axis] ?? ""),
  })),
  money: {
    PRICE: terms?.price ? [terms.price] : [],
    COMPARE_AT_PRICE: terms?.compareAt ? [terms.compareAt] : [],
  },
  weightsMilligrams: variant.weightMilligrams === null ? [] : [variant.weightMilligrams],
  flags: { ON_SALE: isOnSale(terms), AVAILABLE: canBeBought(variant, terms) },
});

/** Without duplicates and empty texts. */
const foldedTexts = (...texts: readonly string[]): readonly string[] =>
  [...new Set(texts.map(fold))].filter((one) => one !== "");
