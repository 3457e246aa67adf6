import type { CartToPrice } from "../../../domain/pricing/quote/cart-to-price.js";
import { QuoteTooLarge } from "../../../domain/pricing/quote/errors.js";

/** Taxes together stay below 100 %, so that twice the sum of the prices is never reached. */
const LARGEST = BigInt(Number.MAX_SAFE_INTEGER) / 2n;

/**
 * Refuses prices that could leave the whole numbers that are exact, whichever price each line gets.
 * @throws QuoteTooLarge
 */
export const checkQuoteSize = ({ lines, delivery, fees }: CartToPrice): void => {
  let sum = 0n;
  for (const { quantity, prices } of lines) {
    const amounts = [
      prices.own?.price.minorUnits ?? 0,
      ...prices.lists.flatMap((list) => list.prices.map(({ price }) => price.minorUnits)),
    ];
    sum += BigInt(Math.max(...amounts)) * BigInt(quantity);
  }
  for (const { steps } of [...delivery, ...fees])
    for (const { amount } of steps) sum += BigInt(amount.minorUnits);
  if (sum > LARGEST) throw new QuoteTooLarge(["lines"]);
};
