import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { ProductFilter } from "../../../src/application/catalog/ports/product-list.js";
import { priceListOf } from "../../../src/application/shared/shopping-context.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { Variant } from "../../../src/domain/catalog/variants/variant.js";
import { fold } from "../../../src/domain/shared/text.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { inMemorySearchVariants } from "../search/in-memory-search-variants.js";
import type { Row } from "./product-row.js";

/** A variant at the prices of an audience. */
export interface PricedVariant extends Pick<Variant, "id" | "sku" | "barcode"> {
  readonly price: { readonly amount: number; readonly currency: string } | null;
  readonly onSale: boolean;
  readonly available: boolean;
}

export const pricedVariants = (
  database: InMemoryDatabase,
  product: ProductSnapshot,
  { shoppingContext }: Audience,
): readonly PricedVariant[] => {
  const list = priceListOf(shoppingContext);
  return inMemorySearchVariants(database, product).map(({ id, sku, available, prices }, at) => {
    const price = prices.find(({ priceList }) => priceList === list) ?? null;
    return {
      id,
      sku,
      barcode: product.variants[at]?.barcode ?? null,
      price,
      onSale: price?.onSale ?? false,
      available: list === null ? available : (price?.available ?? false),
    };
  });
};

/** Whether a variant meets all conditions, and none of those that do is excluded. */
export const hasMatchingVariant = (filter: ProductFilter, row: Row): boolean => {
  const { available, onSale, priced } = filter;
  const found = row.variants().filter((variant) => meets(filter, variant, row));
  return (
    (found.length > 0 || !hasConditions(filter)) &&
    !found.some(
      (variant) =>
        (available === false && variant.available) ||
        (onSale === false && variant.onSale) ||
        (priced === false && variant.price !== null),
    )
  );
};

/** The one that can be bought, then the cheapest, then the first; null without conditions. */
export const matchingVariant = (filter: ProductFilter, row: Row): VariantId | null => {
  const { available, onSale, priced } = filter;
  const isAbout =
    hasConditions(filter) || [available, onSale, priced].some((flag) => flag === false);
  const rank = ({ available: isAvailable, price }: PricedVariant): number =>
    (isAvailable ? 0 : 1e15) + (price?.amount ?? 1e14);
  const [first] = row
    .variants()
    .filter((variant) => meets(filter, variant, row))
    .toSorted((a, b) => rank(a) - rank(b));
  return (isAbout && first?.id) || null;
};

/** Whether there is a condition that a variant must meet. */
const hasConditions = ({
  minPrice,
  maxPrice,
  available,
  onSale,
  priced,
  sku,
  barcode,
}: ProductFilter): boolean =>
  [minPrice, maxPrice, sku, barcode].some((one) => one !== undefined) ||
  [available, onSale, priced].includes(true);

const meets = (
  { minPrice, maxPrice, available, onSale, priced, sku, barcode, text = "" }: ProductFilter,
  variant: PricedVariant,
  { listing }: Row,
): boolean => {
  const amountIn = (currency: string): number =>
    variant.price?.currency === currency ? variant.price.amount : Number.NaN;
  return (
    (!minPrice || amountIn(minPrice.currency) >= minPrice.minorUnits) &&
    (!maxPrice || amountIn(maxPrice.currency) <= maxPrice.minorUnits) &&
    (available !== true || variant.available) &&
    (onSale !== true || variant.onSale) &&
    (priced !== true || variant.price !== null) &&
    (sku === undefined || variant.sku === sku) &&
    (barcode === undefined || variant.barcode === barcode) &&
    (listing.foldedTitle.includes(fold(text)) ||
      (variant.sku !== null && fold(variant.sku).startsWith(fold(text))) ||
      fold(text) === "")
  );
};
