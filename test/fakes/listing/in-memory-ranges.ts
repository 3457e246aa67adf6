import type { StoredListings } from "../../../src/application/listing/ports/listing-stores.js";
import type { ListingAnswers, MoneyRange } from "../../../src/domain/listing/listing.js";
import type { PriceTag } from "../../../src/domain/pricing/list-price.js";
import { effectivePrice, firstListed } from "../../../src/domain/pricing/pricing.js";
import type { Money } from "../../../src/domain/shared/money.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { byVariant } from "../pricing/in-memory-list-prices.js";
import { listsOf } from "../pricing/in-memory-price-lists.js";
import { inMemoryPriceListListings } from "./in-memory-price-list-listings.js";
import { inMemorySaleFacts } from "./in-memory-sale-facts.js";

export const addUpInMemoryRanges = async (
  database: InMemoryDatabase,
  { lock, save }: Pick<StoredListings, "lock" | "save">,
  ...[products, { ofOwnPrices, priceLists, currencies }]: Parameters<StoredListings["addUpRanges"]>
): Promise<void> => {
  const facts = await inMemorySaleFacts(database).ofProducts(products);
  const lists = listsOf(database);
  for (const [productId, listing] of await lock(products)) {
    const variants = facts.get(productId) ?? [];
    if (ofOwnPrices) {
      const own = variants.map(({ price, compareAt }) => (price ? { price, compareAt } : null));
      await save({ productId, answers: { ...listing.answers, ...rangeOf(own) } });
    }
    for (const one of listing.priceLists) {
      const { currency, fallbacks = [] } = lists.get(one.priceList) ?? {};
      const counted = [one.priceList, ...fallbacks];
      const isAsked =
        counted.some((list) => priceLists.includes(list)) || currencies.includes(currency ?? "");
      if (!currency || !isAsked) continue;
      const there = variants.map(({ id, price, compareAt }) =>
        effectivePrice(
          currency,
          firstListed(counted, byVariant(database, [id]).get(id)),
          price ? { price, compareAt } : undefined,
        ),
      );
      await inMemoryPriceListListings(database).save([{ ...one, ...rangeOf(there) }]);
    }
  }
};

const rangeOf = (
  prices: readonly (PriceTag | null | undefined)[],
): Pick<ListingAnswers, "priceRange" | "onSale" | "compareAtRange"> => {
  const found = prices.flatMap((price) => price ?? []);
  const reduced = found.flatMap(({ price, compareAt }) =>
    compareAt?.isAbove(price) ? compareAt : [],
  );
  return {
    priceRange: endsOf(found.map(({ price }) => price)),
    onSale: reduced.length > 0,
    compareAtRange: endsOf(reduced),
  };
};

const endsOf = (amounts: readonly Money[]): MoneyRange | null => {
  const inOrder = amounts.toSorted((a, b) => a.minorUnits - b.minorUnits);
  const [min, max] = [inOrder.at(0), inOrder.at(-1)];
  return min && max ? { min, max } : null;
};
