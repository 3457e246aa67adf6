import {
  MAIL_KINDS,
  type MailFacts,
  type MailKind,
} from "../../application/notifications/ports/mail-texts.js";
import { Money } from "../../domain/shared/money.js";

const euros = (amount: string): Money => Money.parse(amount, "EUR");

const FACTS: Omit<MailFacts, "kind" | "locale"> = {
  country: null,
  instructions: null,
  amount: null,
  orderUrl: "https://www.example.com/order#orderlink_01h2xcejqtf2nbrexx3vqjhp41",
  order: {
    number: "4820375196",
    orderedAt: new Date("2026-11-27T18:42:00.000Z"),
    payUntil: new Date("2026-12-04T18:42:00.000Z"),
    buyerName: "Robin Berger",
    lines: [
      {
        title: "Everyday Mug",
        options: ["Colour: Clay", "Size: 300 ml"],
        quantity: 2,
        amount: euros("36.00"),
      },
      { title: "Linen Tea Towel", options: [], quantity: 1, amount: euros("14.50") },
    ],
    sums: {
      subtotal: euros("50.50"),
      discount: euros("5.05"),
      delivery: euros("4.90"),
      fees: [{ name: "Gift wrap", amount: euros("2.50") }],
      tax: euros("0.00"),
      rounding: euros("0.00"),
      total: euros("52.85"),
      includedTax: euros("8.44"),
    },
    deliveries: [
      {
        name: "DHL Paket",
        address: ["Robin Berger", "Lindenstraße 5", "50674 Köln"],
        country: "DE",
      },
    ],
  },
};

const MORE: Readonly<Partial<Record<MailKind, Partial<MailFacts>>>> = {
  ORDER_RECEIVED: {
    instructions: "Example Shop GmbH\nIBAN DE02 1203 0000 0000 2020 51\n4820375196",
  },
  PAYMENT_FAILED: { amount: euros("52.85") },
  REFUND_MADE: { amount: euros("14.50") },
};

/** Every mail in a language, about an order that nobody has made. */
export const sampleMails = (locale: string): readonly MailFacts[] =>
  MAIL_KINDS.map((kind) => ({ ...FACTS, ...MORE[kind], kind, locale }));
