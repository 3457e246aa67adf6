import type { MailFacts } from "../../src/application/notifications/ports/mail-texts.js";
import { Money } from "../../src/domain/shared/money.js";

const euros = (amount: string): Money => Money.parse(amount, "EUR");

/** What a mail says about an order of two mugs, with every part that a mail may have. */
export const mailFacts = (change: Partial<MailFacts> = {}): MailFacts => ({
  kind: "ORDER_CONFIRMED",
  locale: "en",
  country: "DE",
  instructions: null,
  amount: null,
  orderUrl: "https://www.example.com/order#orderlink_0123",
  order: {
    number: "1000000001",
    orderedAt: new Date("2026-01-01T12:00:00.000Z"),
    payUntil: new Date("2026-01-08T12:00:00.000Z"),
    buyerName: "Anna Müller",
    lines: [
      { title: "Mug", options: ["Colour: Red"], quantity: 2, amount: euros("25.80") },
      { title: "Plate", options: [], quantity: 1, amount: euros("8.00") },
    ],
    sums: {
      subtotal: euros("33.80"),
      discount: euros("2.00"),
      delivery: euros("4.90"),
      fees: [{ name: "Gift wrap", amount: euros("2.50") }],
      tax: euros("0.00"),
      rounding: euros("0.05"),
      total: euros("39.25"),
      includedTax: euros("6.27"),
    },
    deliveries: [
      {
        name: "DHL Paket",
        address: ["Anna Müller", "Lindenstraße 5", "50674 Köln"],
        country: "DE",
      },
    ],
  },
  ...change,
});
