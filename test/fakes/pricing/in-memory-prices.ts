import type { Prices } from "../../../src/application/pricing/ports/pricing-stores.js";
import type { ProductId, VariantId } from "../../../src/domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { priceEventsOf } from "../../../src/domain/pricing/events.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { OwnPrice } from "../../../src/domain/pricing/own-price.js";
import type { VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { forgetPrices, notePrices } from "./in-memory-price-history.js";
import { restoredMoney, storedMoney, type StoredMoney } from "./stored-money.js";

export interface StoredPrice {
  readonly variantId: VariantId;
  readonly price: StoredMoney;
  readonly compareAt: StoredMoney | null;
  readonly cost: StoredMoney | null;
  readonly version: number;
}

/** The products of existing variants. */
export const ownersOf = (database: InMemoryDatabase): ReadonlyMap<VariantId, ProductId> =>
  new Map(
    [...database.rows<ProductSnapshot>("product").values()].flatMap(({ id, variants }) =>
      variants.map((variant) => [variant.id, id] as const),
    ),
  );

/** Saves changed prices as rows, if their rows still have the versions that were decided on. */
export const savePrices = <Price, Row>(
  database: InMemoryDatabase,
  table: string,
  prices: readonly {
    readonly variantId: VariantId;
    readonly priceList?: PriceListId;
    readonly minimumQuantity?: number;
    pullEvents(): readonly { readonly type: string; readonly version: number }[];
    snapshot(): { readonly version: number; readonly price: Price | null };
  }[],
  toRow: (price: Price, version: number) => readonly [key: string, row: Row],
  keyOf: (variantId: VariantId) => string,
): void => {
  for (const price of prices) {
    const [events, { price: next, version }] = [price.pullEvents(), price.snapshot()];
    if (!events[0]) continue;
    database.checkVersion(table, keyOf(price.variantId), events[0].version - 1);
    if (next) database.rows<Row>(table).set(...toRow(next, version));
    else database.rows(table).delete(keyOf(price.variantId));
    database.append(events, priceEventsOf(price.variantId, price.priceList, price.minimumQuantity));
  }
};

export class InMemoryPrices implements Prices {
  constructor(private readonly database: InMemoryDatabase) {}

  async lock(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, OwnPrice>> {
    const owners = ownersOf(this.database);
    return new Map(
      [...new Set(ids)].toSorted().flatMap((variantId) => {
        const [productId, row] = [owners.get(variantId), this.#rows.get(variantId)];
        return productId
          ? [
              [
                variantId,
                OwnPrice.restore({
                  variantId,
                  productId,
                  price: row ? restored(row) : null,
                  version: row?.version ?? 0,
                }),
              ] as const,
            ]
          : [];
      }),
    );
  }

  async save(prices: readonly OwnPrice[]): Promise<void> {
    savePrices(this.database, "price", prices, toRow, (variantId) => variantId);
    notePrices(this.database, prices);
  }

  async add(prices: readonly VariantPrice[]): Promise<void> {
    for (const price of prices) {
      if (this.#rows.has(price.variantId)) throw new StaleVersion(price.variantId, 0);
      this.#rows.set(...toRow(price, 1));
      notePrices(this.database, [{ variantId: price.variantId, before: null, price }]);
    }
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const id of ids) this.#rows.delete(id);
    forgetPrices(this.database, ids);
  }

  get #rows(): Map<string, StoredPrice> {
    return this.database.rows<StoredPrice>("price");
  }
}

const toRow = (
  { variantId, price, compareAt, cost }: VariantPrice,
  version: number,
): readonly [string, StoredPrice] => [
  variantId,
  {
    variantId,
    price: storedMoney(price),
    compareAt: compareAt && storedMoney(compareAt),
    cost: cost && storedMoney(cost),
    version,
  },
];

export const restored = ({ variantId, price, compareAt, cost }: StoredPrice): VariantPrice => ({
  variantId,
  price: restoredMoney(price),
  compareAt: compareAt && restoredMoney(compareAt),
  cost: cost && restoredMoney(cost),
});
