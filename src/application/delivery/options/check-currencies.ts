import type { DeliveryOptionSnapshot } from "../../../domain/delivery/delivery-option.js";
import { DeliveryPriceInOtherCurrency } from "../../../domain/delivery/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { Warning } from "../../shared/warning.js";
import { deliveryWarning } from "../ports/warnings.js";
import type { SellingMarket } from "./references-of.js";

/**
 * Compares the currencies of an option with those of its markets.
 * @returns a warning for each market in whose currency it has no price
 * @throws Refused with DeliveryPriceInOtherCurrency
 */
export const checkCurrencies = (
  { kind, rates, markets: ids, key }: DeliveryOptionSnapshot,
  all: readonly SellingMarket[],
): readonly Warning[] => {
  const markets = ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
  const currencies = [...new Set(markets.map(({ currency }) => currency))].toSorted();
  const problems = new Problems();
  for (const [index, { currency }] of rates.entries())
    if (!currencies.includes(currency) && currencies.length > 0)
      problems.add(
        new DeliveryPriceInOtherCurrency(currency, currencies, [
          "rates",
          String(index),
          "currency",
        ]),
      );
  problems.throwIfAny();
  if (kind === "CARRIER") return [];
  return markets
    .filter((market) => !rates.some(({ currency }) => currency === market.currency))
    .map((market) =>
      deliveryWarning(
        "DELIVERY_PRICE_MISSING",
        `The delivery option ${key} has no price in ${market.currency}, so it is not offered in the market ${market.key}.`,
        ["rates"],
      ),
    );
};
