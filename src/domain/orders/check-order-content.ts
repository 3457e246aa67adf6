import type { OrderContent } from "./order-content.js";

/**
 * Whether the parts of the content belong together and add up to its total, to the minor unit.
 * @throws RangeError
 */
export const checkOrderContent = ({ lines, deliveryGroups, fees, quote }: OrderContent): void => {
  if (lines.length === 0) throw new RangeError("An order has at least one line.");
  const areTheSame =
    lines.length === quote.lines.length &&
    lines.every(({ id, variantId, quantity }, index) => {
      const priced = quote.lines[index];
      return priced?.id === id && priced.variant === variantId && priced.quantity === quantity;
    });
  if (!areTheSame) throw new RangeError("The lines of an order are the lines of its quote.");
  const delivered = deliveryGroups.filter(({ option }) => option !== null).length;
  if (delivered !== quote.delivery.length || fees.length !== quote.fees.length)
    throw new RangeError("The deliveries and fees of an order are those of its quote.");
  const { gross, payableRounding, total } = quote.totals;
  const sum = [...quote.lines, ...quote.delivery, ...quote.fees].reduce(
    (units, part) => units + part.gross.minorUnits,
    0,
  );
  if (sum !== gross.minorUnits || !gross.plus(payableRounding).equals(total))
    throw new RangeError("The parts of an order do not add up to its total.");
  if (total.minorUnits < 0) throw new RangeError("The total of an order is not negative.");
};
