import { CurrencyMismatch, type Money } from "../../shared/money.js";
import { Problems } from "../../shared/problems.js";
import type { CartToPrice, ChargeToPrice, DiscountToApply } from "./cart-to-price.js";

/**
 * @throws Refused with CurrencyMismatch for an amount that is not in the currency of the quote;
 * RangeError for an id that is there twice, a quantity below 1, a discount below zero or on a line
 * or delivery that the cart does not have
 */
export const checkCart = (cart: CartToPrice, currency: string): void => {
  const [lines, deliveries] = [uniqueIds(cart.lines), uniqueIds(cart.delivery)];
  uniqueIds(cart.fees);
  for (const { id, quantity } of cart.lines)
    if (!Number.isSafeInteger(quantity) || quantity < 1)
      throw new RangeError(`The quantity of the line ${id} is ${quantity}.`);
  for (const discount of cart.discounts) checkDiscount(discount, lines, deliveries);
  const problems = new Problems();
  const check = (amount: Money, ...path: readonly string[]): void => {
    if (amount.currency !== currency)
      problems.add(new CurrencyMismatch(currency, amount.currency).prefixPath(path));
  };
  for (const [index, { amount }] of cart.discounts.entries())
    check(amount, "discounts", String(index), "amount");
  checkCharges(cart.delivery, "delivery", check);
  checkCharges(cart.fees, "fees", check);
  for (const [index, { onlyBelow }] of cart.fees.entries())
    if (onlyBelow) check(onlyBelow, "fees", String(index), "onlyBelow");
  problems.throwIfAny();
};

const uniqueIds = (parts: readonly { readonly id: string }[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const { id } of parts) {
    if (ids.has(id)) throw new RangeError(`The cart has ${id} twice.`);
    ids.add(id);
  }
  return ids;
};

const checkDiscount = (
  { id, amount, target }: DiscountToApply,
  lines: ReadonlySet<string>,
  deliveries: ReadonlySet<string>,
): void => {
  if (amount.minorUnits < 0) throw new RangeError(`The discount ${id} is below zero.`);
  const missing =
    target.kind === "LINES"
      ? target.lines.find((line) => !lines.has(line))
      : target.kind === "DELIVERY" && target.delivery !== null && !deliveries.has(target.delivery)
        ? target.delivery
        : undefined;
  if (missing !== undefined)
    throw new RangeError(`The discount ${id} is on ${missing}, which is not in the cart.`);
};

const checkCharges = (
  charges: readonly ChargeToPrice[],
  name: string,
  check: (amount: Money, ...path: readonly string[]) => void,
): void => {
  for (const [index, { steps }] of charges.entries())
    for (const [step, { amount }] of steps.entries())
      check(amount, name, String(index), "steps", String(step), "amount");
};
