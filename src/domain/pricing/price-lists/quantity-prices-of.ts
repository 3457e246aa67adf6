import { deepEqual } from "../../shared/deep-equal.js";
import { choosePrice } from "./choose-price.js";
import type { PriceCandidates, QuantityPrice } from "./price-candidates.js";

/**
 * What one unit costs by the number of units, as `choosePrice` decides: one entry for each number
 * from which on the price is another one, the smallest first.
 */
export const quantityPricesOf = (
  candidates: PriceCandidates,
  currency: string,
  moment: Date,
): readonly QuantityPrice[] => {
  const quantities = new Set([
    1,
    ...candidates.lists.flatMap(({ prices }) => prices.map((one) => one.minimumQuantity)),
  ]);
  const found: QuantityPrice[] = [];
  for (const quantity of [...quantities].toSorted((a, b) => a - b)) {
    const chosen = choosePrice(candidates, quantity, currency, moment);
    if (!chosen) continue;
    const { price, compareAt } = chosen;
    const last = found.at(-1);
    if (deepEqual([last?.price, last?.compareAt], [price, compareAt])) continue;
    found.push({ minimumQuantity: quantity, price, compareAt });
  }
  return found;
};
