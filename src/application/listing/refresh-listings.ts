import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import {
  canBeBought,
  isSellable,
  listingAnswers,
  type PriceListListing,
} from "../../domain/listing/listing.js";
import { deepEqual } from "../../domain/shared/deep-equal.js";
import type {
  ChangedAmount,
  ListingStores,
  StoredListing,
  VariantFacts,
} from "./ports/listing-stores.js";
import { priceListListings } from "./price-list-listings.js";
import { refreshRanges } from "./refresh-ranges.js";

/** What changed in the unit of work, and may change what lists show. */
export interface ChangedFacts {
  /** Products whose variants were added, removed, reordered or changed, or all at once. */
  readonly products?: readonly ProductId[];
  /** Variants that have got or lost a price, their own or in a price list. */
  readonly prices?: readonly VariantId[];
  /** Prices of variants that had one before as well. */
  readonly amounts?: readonly ChangedAmount[];
  /** Variants whose stock has become available, or is no longer. */
  readonly availability?: readonly VariantId[];
}

/**
 * Brings the read models of product lists up to date: price ranges, availability, option
 * availability, and the same in each price list. To be called after the facts are written, in the
 * same unit of work. Writes only answers that change.
 */
export const refreshListings = async (
  stores: ListingStores,
  { products = [], prices = [], amounts = [], availability = [] }: ChangedFacts,
): Promise<void> => {
  const owners = await stores.saleFacts.productsOf([...new Set([...prices, ...availability])]);
  const completely = new Set([
    ...products,
    ...prices.flatMap((variant) => owners.get(variant) ?? []),
  ]);
  const flippedOwners = new Set(availability.flatMap((variant) => owners.get(variant) ?? []));
  const repriced = amounts.filter(({ productId }) => !completely.has(productId));
  for (const { productId } of repriced) if (flippedOwners.has(productId)) completely.add(productId);
  const flipped = availability.filter((variant) => !completely.has(owners.get(variant) as never));
  // Before the facts are read. Two units of work that change two variants of one product come here
  // one after the other, and the second one reads what the first one has committed.
  const stored = await stores.storedListings.lock([
    ...new Set([...completely, ...flippedOwners, ...repriced.map(({ productId }) => productId)]),
  ]);
  const changed = await withAvailability(stores, stored, flipped);
  const amountsOnly = repriced.filter(({ productId }) => !completely.has(productId));
  await refreshRanges(stores, stored, amountsOnly);
  const done = new Set([...changed.keys(), ...amountsOnly.map(({ productId }) => productId)]);
  const rest = [...stored.keys()].filter((id) => !done.has(id));
  const computed = [...changed.values(), ...(await computeListings(stores, stored, rest))];
  for (const listing of computed) {
    const before = stored.get(listing.productId);
    if (before) await saveDifferences(stores, before, listing);
  }
};

/**
 * Listings with new answers about single variants: as fast for a product of thousands. Products
 * whose stored answers do not fit their variants are absent, to be worked out completely.
 */
const withAvailability = async (
  { saleFacts }: ListingStores,
  stored: ReadonlyMap<ProductId, StoredListing>,
  variants: readonly VariantId[],
): Promise<ReadonlyMap<ProductId, StoredListing>> => {
  if (variants.length === 0) return new Map();
  const facts = await saleFacts.ofVariants(variants);
  const needsOffers = facts.some(({ productId }) =>
    stored.get(productId)?.priceLists.some(({ sellable }) => sellable !== null),
  );
  const offers = needsOffers ? await saleFacts.offersOf(variants) : new Map();
  const changed = new Map<ProductId, StoredListing>();
  for (const [productId, listing] of stored) {
    const own = facts.filter((one) => one.productId === productId);
    const { sellable, answers, priceLists } = listing;
    const flags = sellable && withFlags(sellable, own, (variant) => canBeBought(variant, variant));
    if (own.length === 0 || !flags) continue;
    const available = flags.includes(true);
    changed.set(productId, {
      ...listing,
      answers: { ...answers, available },
      sellable: flags,
      priceLists: priceLists.map((one): PriceListListing => {
        if (one.sellable === null) return { ...one, available };
        const inList = withFlags(
          one.sellable,
          own,
          (variant) =>
            isSellable(variant, variant) && (offers.get(variant.id)?.has(one.priceList) ?? false),
        );
        return inList ? { ...one, sellable: inList, available: inList.includes(true) } : one;
      }),
    });
  }
  return changed;
};

const withFlags = (
  flags: readonly boolean[],
  variants: readonly VariantFacts[],
  flagOf: (variant: VariantFacts) => boolean,
): readonly boolean[] | null => {
  if (variants.some(({ position }) => position >= flags.length)) return null;
  const changed = [...flags];
  for (const variant of variants) changed[variant.position] = flagOf(variant);
  return changed;
};

/** Listings worked out from all variants of their products. */
export const computeListings = async (
  { saleFacts }: Pick<ListingStores, "saleFacts">,
  stored: ReadonlyMap<ProductId, StoredListing>,
  products: readonly ProductId[],
): Promise<readonly StoredListing[]> => {
  if (products.length === 0) return [];
  const isInLists = products.some((id) => (stored.get(id)?.priceLists.length ?? 0) > 0);
  const facts = isInLists
    ? await saleFacts.withListPricesOf(products)
    : { variants: await saleFacts.ofProducts(products), lists: [], prices: new Map() };
  return products.map((productId) => {
    const variants = facts.variants.get(productId) ?? [];
    const own = new Map(variants.map((one) => [one.id, one]));
    // Only lists that the product is in already: a new list adds its rows itself.
    const ids = new Set(stored.get(productId)?.priceLists.map(({ priceList }) => priceList));
    return {
      productId,
      answers: listingAnswers(variants, own),
      sellable: variants.map((one) => canBeBought(one, one)),
      priceLists: priceListListings({ id: productId, variants }, own, {
        prices: facts.prices,
        lists: facts.lists.filter(({ id }) => ids.has(id)),
      }),
    };
  });
};

const saveDifferences = async (
  { storedListings, priceListListings: inPriceLists }: ListingStores,
  before: StoredListing,
  { productId, answers, sellable, priceLists }: StoredListing,
): Promise<void> => {
  await storedListings.save({
    productId,
    ...(!deepEqual(before.answers, answers) && { answers }),
    ...(before.sellable && !deepEqual(before.sellable, sellable) && { sellable }),
  });
  const known = new Map(before.priceLists.map((one) => [one.priceList, one]));
  await inPriceLists.save(priceLists.filter((one) => !deepEqual(known.get(one.priceList), one)));
};
