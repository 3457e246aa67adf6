import type { PriceCandidates } from "../../../src/application/pricing/ports/price-candidates.js";
import type { ListPrice } from "../../../src/domain/pricing/list-price.js";
import { candidatesFor } from "../../../src/domain/pricing/price-lists/candidates-for.js";
import type { QuantityPrice } from "../../../src/domain/pricing/price-lists/price-candidates.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { byVariant } from "./in-memory-list-prices.js";
import { listsOf } from "./in-memory-price-lists.js";
import { ownersOf, type StoredPrice } from "./in-memory-prices.js";
import { restoredMoney } from "./stored-money.js";

export const inMemoryPriceCandidates = (database: InMemoryDatabase): PriceCandidates => ({
  ofVariants: async (ids, buyer, moment) => {
    const existing = ownersOf(database);
    const found = ids.filter((id) => existing.has(id));
    return new Map(
      found.map((id) => {
        const own = database.rows<StoredPrice>("price").get(id);
        const listed = byVariant(database, [id]).get(id) ?? [];
        const lists = [...listsOf(database).values()].map((list) => ({
          ...list,
          prices: listed.filter(({ priceList }) => priceList === list.id).map(toQuantityPrice),
        }));
        return [
          id,
          candidatesFor(
            {
              lists: lists.filter(({ prices }) => prices.length > 0),
              own: own
                ? {
                    price: restoredMoney(own.price),
                    compareAt: own.compareAt && restoredMoney(own.compareAt),
                  }
                : null,
            },
            buyer,
            moment,
          ),
        ];
      }),
    );
  },
});

const toQuantityPrice = ({ minimumQuantity, price, compareAt }: ListPrice): QuantityPrice => ({
  minimumQuantity,
  price,
  compareAt,
});
