import type { MailFacts, MailedSums } from "../../application/notifications/ports/mail-texts.js";
import type { Money } from "../../domain/shared/money.js";
import { mailFormats, type MailFormats } from "./mail-formats.js";
import type { MailWords } from "./texts/mail-words.js";
import { wordsIn } from "./texts/words-in.js";

/** What a mail shows, all of it text in one language. */
export interface MailContent {
  readonly language: string;
  readonly shop: string;
  readonly subject: string;
  readonly title: string;
  readonly greeting: string;
  readonly intro: string;
  readonly payment: { readonly title: string; readonly lines: readonly string[] } | null;
  readonly button: { readonly label: string; readonly url: string } | null;
  readonly orderTitle: string;
  readonly lines: readonly ContentLine[];
  readonly sums: readonly ContentSum[];
  readonly total: ContentSum;
  readonly taxNote: string | null;
  readonly deliveries: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly regards: string;
}

interface ContentLine {
  readonly quantity: number;
  readonly title: string;
  readonly options: string;
  readonly amount: string;
}

interface ContentSum {
  readonly label: string;
  readonly amount: string;
}

/** @param shop the name of the shop */
export const mailContent = (facts: MailFacts, shop: string): MailContent => {
  const { order, instructions, orderUrl } = facts;
  const { language, words } = wordsIn(facts.locale);
  const formats = mailFormats(language, facts.country);
  const mail = words.mails[facts.kind];
  const values = {
    shop,
    number: order.number,
    date: formats.date(order.orderedAt),
    until: order.payUntil ? formats.time(order.payUntil) : "",
    total: formats.money(order.sums.total),
    amount: formats.money(facts.amount ?? order.sums.total),
    name: order.buyerName,
  };
  const filled = (text: string): string => fill(text, values);
  return {
    language,
    shop,
    subject: filled(mail.subject),
    title: filled(mail.title),
    greeting: filled(order.buyerName ? words.greeting : words.greetingWithoutName),
    intro: filled(mail.intro),
    payment: howToPay(facts, words, filled, instructions),
    button: orderUrl === null ? null : { label: words.showOrder, url: orderUrl },
    orderTitle: filled(words.orderOf),
    lines: order.lines.map(({ quantity, title, options, amount }) => ({
      quantity,
      title,
      options: options.join(", "),
      amount: formats.money(amount),
    })),
    sums: sumsOf(order.sums, words, formats),
    total: { label: words.total, amount: formats.money(order.sums.total) },
    taxNote:
      order.sums.includedTax &&
      fill(words.includedTax, { amount: formats.money(order.sums.includedTax) }),
    deliveries: order.deliveries
      .map(({ name, address, country }) => ({
        title: name ?? words.delivery,
        lines: country === null ? address : [...address, formats.country(country)],
      }))
      .filter(({ lines }) => lines.length > 0),
    regards: words.regards,
  };
};

const howToPay = (
  { kind, order }: MailFacts,
  words: MailWords,
  filled: (text: string) => string,
  instructions: string | null,
): MailContent["payment"] => {
  if (kind !== "ORDER_RECEIVED") return null;
  const lines = [
    ...(instructions === null ? [] : instructions.split("\n")),
    ...(order.payUntil ? [filled(words.payUntil)] : []),
  ];
  return lines.length > 0 ? { title: words.howToPay, lines } : null;
};

const sumsOf = (
  sums: MailedSums,
  words: MailWords,
  { money }: MailFormats,
): readonly ContentSum[] => {
  const ifAny = (label: string, amount: Money): readonly ContentSum[] =>
    amount.minorUnits === 0 ? [] : [{ label, amount: money(amount) }];
  return [
    { label: words.subtotal, amount: money(sums.subtotal) },
    ...ifAny(words.discount, sums.discount.times(-1)),
    ...(sums.delivery ? [{ label: words.delivery, amount: money(sums.delivery) }] : []),
    ...sums.fees.map(({ name, amount }) => ({ label: name, amount: money(amount) })),
    ...ifAny(sums.tax.minorUnits < 0 ? words.taxNotOwed : words.tax, sums.tax),
    ...ifAny(words.rounding, sums.rounding),
  ];
};

/** Puts values into the placeholders of a text: each once, so that a value is never read as one. */
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
