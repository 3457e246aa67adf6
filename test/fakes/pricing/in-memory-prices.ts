import type { Prices } from "../../../src/application/pricing/ports/pricing-stores.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { VariantPrice } from "../../../src/domain/pricing/variant-price.js";
import { Money } from "../../../src/domain/shared/money.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

/** Money as a plain record, because a class does not survive structuredClone. */
export interface StoredMoney {
  readonly minorUnits: number;
  readonly currency: string;
}

export interface StoredPrice {
  readonly variantId: VariantId;
  readonly price: StoredMoney;
  readonly compareAt: StoredMoney | null;
  readonly cost: StoredMoney | null;
}

export const storedMoney = ({ minorUnits, currency }: Money): StoredMoney => ({
  minorUnits,
  currency,
});
export const restoredMoney = ({ minorUnits, currency }: StoredMoney): Money =>
  Money.of(minorUnits, currency);

export class InMemoryPrices implements Prices {
  constructor(private readonly database: InMemoryDatabase) {}

  async byVariant(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, VariantPrice>> {
    const found = ids.flatMap((id) => this.#rows.get(id) ?? []);
    return new Map(
      found.map(({ variantId, price, compareAt, cost }) => [
        variantId,
        {
          variantId,
          price: restoredMoney(price),
          compareAt: compareAt && restoredMoney(compareAt),
          cost: cost && restoredMoney(cost),
        },
      ]),
    );
  }

  async save(prices: readonly VariantPrice[]): Promise<void> {
    for (const { variantId, price, compareAt, cost } of prices)
      this.#rows.set(variantId, {
        variantId,
        price: storedMoney(price),
        compareAt: compareAt && storedMoney(compareAt),
        cost: cost && storedMoney(cost),
      });
  }

  async remove(ids: readonly VariantId[]): Promise<void> {
    for (const id of ids) this.#rows.delete(id);
  }

  get #rows(): Map<string, StoredPrice> {
    return this.database.rows<StoredPrice>("price");
  }
}
