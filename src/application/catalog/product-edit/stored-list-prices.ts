import type { VariantId } from "../../../domain/catalog/ids.js";
import type { VariantPriceAndStock } from "../../../domain/catalog/listing/listing.js";
import {
  priceListListing,
  type PriceListListing,
} from "../../../domain/catalog/listing/price-list-listing.js";
import { fieldChange, type FieldChange } from "../../../domain/catalog/products/field-change.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { effectivePrice, type ListPrice, type PriceListSnapshot } from "../../pricing/pricing.js";

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

/**
 * What product lists show of a product in the markets of each price list.
 * @param own the prices outside of price lists, and the stock
 */
export const priceListListings = (
  product: ProductSnapshot,
  own: ReadonlyMap<VariantId, VariantPriceAndStock>,
  { lists, prices }: StoredListPrices,
  edits: readonly ListPriceEdit[],
): readonly PriceListListing<PriceListId>[] => {
  // A map, because there may be thousands of edits and thousands of variants.
  const edited = new Map(edits.map((edit) => [keyOf(edit), edit]));
  return lists.map(({ id, currency }) => {
    const inList = product.variants.map(
      ({ id: variantId }): readonly [VariantId, VariantPriceAndStock] => {
        const edit = edited.get(keyOf({ priceList: id, variantId }));
        const listPrice = edit
          ? edit.price
          : prices.get(variantId)?.find(({ priceList }) => priceList === id);
        const { price = null, compareAt = null, available = null } = own.get(variantId) ?? {};
        const effective = effectivePrice(
          currency,
          listPrice ?? undefined,
          price ? { price, compareAt } : undefined,
        );
        return [
          variantId,
          { price: effective?.price ?? null, compareAt: effective?.compareAt ?? null, available },
        ];
      },
    );
    return priceListListing(id, product, new Map(inList));
  });
};

const keyOf = ({ priceList, variantId }: Pick<ListPriceEdit, "priceList" | "variantId">): string =>
  `${priceList} ${variantId}`;
