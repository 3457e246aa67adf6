import type { VariantId } from "../../../domain/catalog/ids.js";
import type { QuantityPrice } from "../../../domain/pricing/price-lists/price-candidates.js";
import { quantityPricesOf } from "../../../domain/pricing/price-lists/quantity-prices-of.js";
import { useCase } from "../../shared/use-case.js";
import { anybody } from "../../shared/viewer.js";
import type { Markets } from "../ports/markets.js";
import type { PriceCandidates } from "../ports/price-candidates.js";

interface Needs {
  readonly markets: Markets;
  readonly priceCandidates: PriceCandidates;
}

interface QuantityPricesRequest {
  readonly variants: readonly VariantId[];
  /** The key of the market. */
  readonly market: string;
  readonly moment: Date;
}

/** What variants cost in a market by the number of units. Variants without a price are absent. */
export const quantityPrices = useCase(
  anybody,
  ({ markets, priceCandidates }: Needs) =>
    async ({
      variants,
      market: key,
      moment,
    }: QuantityPricesRequest): Promise<ReadonlyMap<VariantId, readonly QuantityPrice[]>> => {
      const market = (await markets.all()).find((one) => one.key === key);
      if (!market) return new Map();
      const buyer = { market, customerGroup: null };
      const candidates = await priceCandidates.ofVariants(variants, buyer, moment);
      return new Map(
        [...candidates].map(([id, prices]) => [
          id,
          quantityPricesOf(prices, market.currency, moment),
        ]),
      );
    },
);
