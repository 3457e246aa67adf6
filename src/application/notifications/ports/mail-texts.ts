import type { Money } from "../../../domain/shared/money.js";

export const MAIL_KINDS = [
  "ORDER_RECEIVED",
  "ORDER_CONFIRMED",
  "ORDER_CANCELLED",
  "PAYMENT_FAILED",
  "REFUND_MADE",
] as const;
/** What a mail tells the buyer. ORDER_RECEIVED asks for a payment that is made elsewhere. */
export type MailKind = (typeof MAIL_KINDS)[number];

export interface MailedLine {
  readonly title: string;
  /** Such as `Colour: Red`. */
  readonly options: readonly string[];
  readonly quantity: number;
  /** Before discounts, with or without tax as the prices of the market are. */
  readonly amount: Money;
}

/** Amounts that add up: subtotal − discount + delivery + fees + tax + rounding = total. */
export interface MailedSums {
  readonly subtotal: Money;
  /** Not negative. */
  readonly discount: Money;
  /** Null when nothing is delivered. */
  readonly delivery: Money | null;
  readonly fees: readonly { readonly name: string; readonly amount: Money }[];
  /** What comes on top of the prices; negative for a tax in the prices that the buyer does not owe. */
  readonly tax: Money;
  readonly rounding: Money;
  readonly total: Money;
  /** The tax that the prices include and the buyer pays; null when it comes on top. */
  readonly includedTax: Money | null;
}

export interface MailedDelivery {
  readonly name: string | null;
  /** The lines of the address without the country; empty where nothing is sent to one. */
  readonly address: readonly string[];
  /** ISO 3166-1 alpha-2; null without an address. */
  readonly country: string | null;
}

/** What a mail says about an order. */
export interface MailedOrder {
  readonly number: string;
  readonly orderedAt: Date;
  /** Until when it has to be paid; null when it waits for nothing, or without end. */
  readonly payUntil: Date | null;
  /** Empty when no address has a name. */
  readonly buyerName: string;
  readonly lines: readonly MailedLine[];
  readonly sums: MailedSums;
  readonly deliveries: readonly MailedDelivery[];
}

export interface MailFacts {
  readonly kind: MailKind;
  /** The language of the buyer (BCP 47). */
  readonly locale: string;
  /** Where amounts are formatted as there (ISO 3166-1 alpha-2); null: as in the language. */
  readonly country: string | null;
  readonly order: MailedOrder;
  /** How the buyer pays elsewhere; null without instructions. */
  readonly instructions: string | null;
  /** What was given back, or could not be paid; null for the other kinds. */
  readonly amount: Money | null;
  /** A secret, never to be logged. Null without an address of a storefront. */
  readonly orderUrl: string | null;
}

export interface MailText {
  /** The language that it is in: that of the buyer, or the nearest there is. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes mails in the language of the buyer. */
export type WriteMail = (facts: MailFacts) => MailText;
