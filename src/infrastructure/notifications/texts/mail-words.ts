import type { MailKind } from "../../../application/notifications/ports/mail-texts.js";

/** The texts of one mail. Each may contain the placeholders that `MAIL_PLACEHOLDERS` names. */
interface OneMail {
  readonly subject: string;
  readonly title: string;
  readonly intro: string;
}

/** All texts of mails in one language. Plain text: it is escaped where it is put into HTML. */
export interface MailWords {
  readonly mails: Readonly<Record<MailKind, OneMail>>;
  readonly greeting: string;
  /** For a buyer without a name. */
  readonly greetingWithoutName: string;
  readonly howToPay: string;
  /** With `{until}`. */
  readonly payUntil: string;
  readonly showOrder: string;
  /** With `{number}` and `{date}`. */
  readonly orderOf: string;
  readonly subtotal: string;
  readonly discount: string;
  readonly delivery: string;
  readonly tax: string;
  /** A tax in the prices that the buyer does not owe. */
  readonly taxNotOwed: string;
  readonly rounding: string;
  readonly total: string;
  /** With `{amount}`. */
  readonly includedTax: string;
  readonly regards: string;
}

/** What the texts of a mail may name, as `{number}`. */
export const MAIL_PLACEHOLDERS = ["number", "shop", "amount", "total", "date", "until"] as const;
