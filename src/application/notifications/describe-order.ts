import type { OrderContent } from "../orders/orders.js";
import { addressLines } from "../../domain/shared/addresses/address-lines.js";
import type { Money } from "../../domain/shared/money.js";
import type { OrderView } from "../orders/ports/order-reads.js";
import type { MailedOrder, MailedSums } from "./ports/mail-texts.js";

/** What mails say about an order: as it was placed. */
export const describeOrder = (view: OrderView, content: OrderContent): MailedOrder => ({
  number: view.number,
  orderedAt: view.placedAt,
  payUntil: view.state === "AWAITING_PAYMENT" ? view.reservationEndsAt : null,
  buyerName: view.buyerName,
  lines: content.lines.map(({ title, options, quantity }, index) => ({
    title,
    options: options.map(({ name, value }) => `${name}: ${value}`),
    quantity,
    amount: content.quote.lines[index]?.subtotal ?? noMoney(content),
  })),
  sums: sumsOf(content),
  deliveries: content.deliveryGroups.map(({ option, address }) => ({
    name: option?.name ?? null,
    address: address ? addressLines(address) : [],
    country: address?.country ?? null,
  })),
});

const sumsOf = (content: OrderContent): MailedSums => {
  const { quote, fees, market } = content;
  const { subtotal, discount, delivery, tax, payableRounding, total } = quote.totals;
  const beforeTax = subtotal.minus(discount).plus(delivery).plus(quote.totals.fees);
  return {
    subtotal,
    discount,
    delivery: quote.delivery.length > 0 ? delivery : null,
    fees: fees.map(({ name }, index) => ({
      name,
      amount: quote.fees[index]?.subtotal ?? noMoney(content),
    })),
    tax: total.minus(payableRounding).minus(beforeTax),
    rounding: payableRounding,
    total,
    includedTax: market.pricesIncludeTax && tax.minorUnits > 0 ? tax : null,
  };
};

const noMoney = ({ quote }: OrderContent): Money => quote.totals.total.times(0);
