import type { VariantId } from "../../../domain/catalog/ids.js";
import type { ChargeToPrice, LineToPrice } from "../../../domain/pricing/quote/cart-to-price.js";
import { priceLines } from "../../../domain/pricing/quote/price-lines.js";
import type { TaxCategory } from "../../../domain/pricing/tax/tax-category.js";
import type { TaxAddress } from "../../../domain/pricing/tax/tax-zone.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import type { MarketView } from "../ports/markets.js";
import type { PriceDelivery } from "../ports/price-delivery.js";
import { composeDelivery } from "./compose-quote.js";

/** What the price of a delivery by an option depends on. */
interface DeliveryOfQuote {
  /** The key or the id of the option. */
  readonly option: string;
  readonly lines: readonly LineToPrice[];
  readonly variants: ReadonlyMap<
    VariantId,
    { readonly weightMilligrams?: number | null; readonly requiresShipping?: boolean }
  >;
  readonly address: TaxAddress | null;
  readonly market: MarketView;
  readonly moment: Date;
  readonly categories: readonly TaxCategory[];
}

/**
 * The delivery of a quote by an option of the shop.
 * @throws DeliveryOptionNotFound, DeliveryNotEligible, DeliveryPricedInCart, LineWithoutPrice
 */
export const quotedDelivery = async (
  price: PriceDelivery,
  { option, lines, variants, categories, ...delivery }: DeliveryOfQuote,
): Promise<ChargeToPrice> => {
  const { currency } = delivery.market;
  const priced = priceLines(lines, currency, delivery.moment);
  const { key, steps, taxCategory } = await withPathAsync(
    (path) => (path[0] === "lines" ? path : ["deliveryOption", ...path]),
    () =>
      price({
        ...delivery,
        option,
        lines: priced.map(({ line, chosen }) => {
          const { weightMilligrams = null, requiresShipping = true } =
            variants.get(line.variant) ?? {};
          const { quantity } = line;
          return { quantity, price: chosen.price.minorUnits, weightMilligrams, requiresShipping };
        }),
      }),
  );
  return composeDelivery({ key, steps, taxCategory }, categories);
};
