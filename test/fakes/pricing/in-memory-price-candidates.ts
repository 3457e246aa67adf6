import type { PriceCandidates } from "../../../src/application/pricing/ports/price-candidates.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { byVariant } from "./in-memory-list-prices.js";
import { listsOf } from "./in-memory-price-lists.js";
import { ownersOf, restoredMoney, type StoredPrice } from "./in-memory-prices.js";

export const inMemoryPriceCandidates = (database: InMemoryDatabase): PriceCandidates => ({
  ofVariants: async (ids, { market }) => {
    const existing = ownersOf(database);
    const listed = byVariant(database, ids);
    const list = market.priceList === null ? undefined : listsOf(database).get(market.priceList);
    return new Map(
      ids
        .filter((variant) => existing.has(variant))
        .map((variant) => {
          const own = database.rows<StoredPrice>("price").get(variant);
          const price = listed.get(variant)?.find(({ priceList }) => priceList === list?.id);
          return [
            variant,
            {
              lists:
                list && price
                  ? [
                      {
                        key: list.key,
                        currency: list.currency,
                        from: null,
                        until: null,
                        prices: [
                          {
                            minimumQuantity: 1,
                            price: price.price,
                            compareAt: price.compareAt,
                          },
                        ],
                      },
                    ]
                  : [],
              own: own
                ? {
                    price: restoredMoney(own.price),
                    compareAt: own.compareAt && restoredMoney(own.compareAt),
                  }
                : null,
            },
          ];
        }),
    );
  },
});
