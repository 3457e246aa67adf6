import type { VariantId } from "../../../domain/catalog/ids.js";
import type { VariantOffer } from "../../../domain/catalog/listing.js";
import { priceRangeWithin, type PriceRangeWithin } from "../../../domain/catalog/price-range.js";
import type { ProductSnapshot } from "../../../domain/catalog/product.js";
import { changed, type FieldChange } from "../../../domain/catalog/product-changes.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import type { PricingStores } from "../../pricing/ports.js";
import {
  priceWithin,
  type ListPrice,
  type PriceListSnapshot,
  type VariantPrice,
} from "../../pricing/pricing.js";

/** A price in a list that changes; null takes it away. */
export interface ListPriceEdit {
  readonly priceList: PriceListId;
  readonly variantId: VariantId;
  readonly price: ListPrice | null;
}

/** What all price lists say of some variants. Until the unit of work ends no list is added and none is removed. */
export interface KnownLists {
  readonly lists: readonly PriceListSnapshot[];
  readonly prices: ReadonlyMap<VariantId, readonly ListPrice[]>;
}

/** To be asked once the products of the variants are locked. */
export const knownLists = async (
  { priceLists, listPrices }: PricingStores,
  variants: readonly VariantId[],
): Promise<KnownLists> => {
  const lists = await priceLists.relyOnAll();
  return { lists, prices: lists.length === 0 ? new Map() : await listPrices.byVariant(variants) };
};

/** What becomes different, as the history of a product tells it: `variants.<id>.prices.<key of the list>`. */
export const listPriceChanges = (
  { lists, prices }: KnownLists,
  edits: readonly ListPriceEdit[],
): readonly FieldChange[] =>
  edits.flatMap(({ priceList, variantId, price }) => {
    const path = `variants.${variantId}.prices.${lists.find(({ id }) => id === priceList)?.key ?? priceList}`;
    const stored = prices.get(variantId)?.find((one) => one.priceList === priceList);
    return [
      ...changed(path, amount(stored?.price), amount(price?.price)),
      ...changed(`${path}.compareAt`, amount(stored?.compareAt), amount(price?.compareAt)),
    ];
  });

/** An amount as the history of a product tells it: `12.90 EUR`. */
export const amount = (money: Money | null | undefined): string | null =>
  money ? `${money.toDecimal()} ${money.currency}` : null;

/** What lists of products show of a product where each of the price lists holds. */
export const rangesWithin = (
  product: ProductSnapshot,
  own: ReadonlyMap<VariantId, VariantOffer>,
  { lists, prices }: KnownLists,
  edits: readonly ListPriceEdit[],
): readonly PriceRangeWithin[] => {
  // Both may be thousands.
  const edited = new Map(edits.map((edit) => [keyOf(edit), edit]));
  return lists.map(({ id, currency }) => {
    const offers = product.variants.map(({ id: variantId }): readonly [VariantId, VariantOffer] => {
      const edit = edited.get(keyOf({ priceList: id, variantId }));
      const listed = edit
        ? edit.price
        : prices.get(variantId)?.find(({ priceList }) => priceList === id);
      const { price = null, compareAt = null, available = null } = own.get(variantId) ?? {};
      const here = priceWithin(
        currency,
        listed ?? undefined,
        price ? { price, compareAt } : undefined,
      );
      return [
        variantId,
        { price: here?.price ?? null, compareAt: here?.compareAt ?? null, available },
      ];
    });
    return priceRangeWithin(id, product, new Map(offers));
  });
};

const keyOf = ({ priceList, variantId }: Pick<ListPriceEdit, "priceList" | "variantId">): string =>
  `${priceList} ${variantId}`;

/** What a variant is offered for at its own price, and how many of it. */
export const ownOffer = (
  price: VariantPrice | null | undefined,
  available: number | null | undefined,
): VariantOffer => ({
  price: price?.price ?? null,
  compareAt: price?.compareAt ?? null,
  available: available ?? null,
});
