import { Problems } from "../../shared/problems.js";
import { choosePrice, type ChosenPrice } from "../price-lists/choose-price.js";
import type { LineToPrice } from "./cart-to-price.js";
import { LineWithoutPrice } from "./errors.js";
import { PricedItem } from "./priced-item.js";

/** A line with the price that was chosen for it. */
export interface PricedLine {
  readonly line: LineToPrice;
  readonly chosen: ChosenPrice;
  readonly item: PricedItem;
}

/**
 * The lines at their prices, in the order of the cart. A quantity break counts all units of the
 * variant in the cart, however many lines they are on.
 * @throws Refused with LineWithoutPrice
 */
export const priceLines = (
  lines: readonly LineToPrice[],
  currency: string,
  moment: Date,
): readonly PricedLine[] => {
  const units = new Map<string, number>();
  for (const { variant, quantity } of lines)
    units.set(variant, (units.get(variant) ?? 0) + quantity);
  const problems = new Problems();
  const priced: PricedLine[] = [];
  for (const [index, line] of lines.entries()) {
    const chosen = choosePrice(line.prices, units.get(line.variant) ?? 0, currency, moment);
    if (chosen) priced.push({ line, chosen, item: pricedItem(line, chosen, currency) });
    else problems.add(new LineWithoutPrice(line.id, currency, ["lines", String(index)]));
  }
  problems.throwIfAny();
  return priced;
};

const pricedItem = (
  { id, quantity, taxCategory }: LineToPrice,
  { priceList, price, single, minimumQuantity }: ChosenPrice,
  currency: string,
): PricedItem => {
  const item = new PricedItem(id, quantity, taxCategory, currency);
  const first = (single ?? price).minorUnits;
  item.add("PRICE", first * quantity, first, priceList ?? "Price of the variant", { priceList });
  const change = (price.minorUnits - first) * quantity;
  if (change !== 0)
    item.add("QUANTITY_BREAK", change, item.amount, `From ${minimumQuantity} units`, {
      priceList,
      minimumQuantity,
    });
  item.subtotal = item.amount;
  return item;
};
