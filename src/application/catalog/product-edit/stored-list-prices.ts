import type { VariantId } from "../../../domain/catalog/ids.js";
import { fieldChange, type FieldChange } from "../../../domain/catalog/products/field-change.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import type { ListPrice, PriceListSnapshot } from "../../pricing/pricing.js";

/** A price in a price list that changes; null removes it. */
export interface ListPriceEdit {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  readonly price: ListPrice | null;
}

/**
 * All price lists and the prices of some variants in them. No list is added or removed until the
 * unit of work ends.
 */
export interface StoredListPrices {
  readonly lists: readonly PriceListSnapshot[];
  readonly prices: ReadonlyMap<VariantId, readonly ListPrice[]>;
}

/** To be called after the products of the variants are locked. */
export const loadListPrices = async (
  { priceLists, listPrices }: PricingStores,
  variants: readonly VariantId[],
): Promise<StoredListPrices> => {
  const lists = await priceLists.lockAll();
  return { lists, prices: lists.length === 0 ? new Map() : await listPrices.byVariant(variants) };
};

/**
 * The changes for the history of a product, under `variants.<id>.prices.<key of the price list>`.
 */
export const listPriceChanges = (
  { lists, prices }: StoredListPrices,
  edits: readonly ListPriceEdit[],
): readonly FieldChange[] =>
  edits.flatMap(({ priceList, variantId, price }) => {
    const path = `variants.${variantId}.prices.${lists.find(({ id }) => id === priceList)?.key ?? priceList}`;
    const stored = prices.get(variantId)?.find((one) => one.priceList === priceList);
    return [
      ...fieldChange(path, amount(stored?.price), amount(price?.price)),
      ...fieldChange(`${path}.compareAt`, amount(stored?.compareAt), amount(price?.compareAt)),
    ];
  });

/** An amount as the history of a product contains it: `12.90 EUR`. */
export const amount = (money: Money | null | undefined): string | null =>
  money ? `${money.toDecimal()} ${money.currency}` : null;

/** The prices of new variants, which have none but those that are set with them. */
export const listPricesFrom = (
  lists: readonly PriceListSnapshot[],
  edits: readonly ListPriceEdit[],
): StoredListPrices => {
  const prices = new Map<VariantId, ListPrice[]>();
  for (const { variantId, price } of edits)
    if (price) prices.set(variantId, [...(prices.get(variantId) ?? []), price]);
  return { lists, prices };
};
