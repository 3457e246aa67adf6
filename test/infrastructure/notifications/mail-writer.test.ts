import { describe, expect, test } from "vitest";
import { MAIL_KINDS } from "../../../src/application/notifications/ports/mail-texts.js";
import { Money } from "../../../src/domain/shared/money.js";
import { mailWriter } from "../../../src/infrastructure/notifications/mail-writer.js";
import { MAIL_PLACEHOLDERS } from "../../../src/infrastructure/notifications/texts/mail-words.js";
import {
  MAIL_LANGUAGES,
  wordsIn,
} from "../../../src/infrastructure/notifications/texts/words-in.js";
import { mailFacts } from "../../builders/a-mail.js";

const write = mailWriter("Fern & Clay");

describe("a mail", () => {
  test("says what was ordered, what it costs and where it goes", () => {
    expect(write(mailFacts()).text).toBe(`Your order is confirmed

Hello Anna Müller,

Thank you for your order. We are preparing it for you.

Show the order:
https://www.example.com/order#orderlink_0123

Order 1000000001 of 1 January 2026
2 × Mug                                                   €25.80
    Colour: Red
1 × Plate                                                  €8.00

Subtotal                                                  €33.80
Discount                                                  -€2.00
Delivery                                                   €4.90
Gift wrap                                                  €2.50
Rounding                                                   €0.05
Total                                                     €39.25
Includes €6.27 tax.

DHL Paket:
Anna Müller
Lindenstraße 5
50674 Köln
Germany

Kind regards
Fern & Clay
`);
  });

  test.each([
    ["de-AT", "de", "Ihre Bestellung 1000000001 ist bestätigt", "39,25 €", "1. Jänner 2026"],
    ["de", "de", "Ihre Bestellung 1000000001 ist bestätigt", "39,25 €", "1. Januar 2026"],
    ["en-GB", "en", "Your order 1000000001 is confirmed", "€39.25", "1 January 2026"],
    ["fr", "en", "Your order 1000000001 is confirmed", "€39.25", "1 January 2026"],
    ["not a language", "en", "Your order 1000000001 is confirmed", "€39.25", "1 January 2026"],
  ])(
    "in %s is written in %s, with its amounts and dates",
    (locale, language, subject, total, date) => {
      const country = locale === "de-AT" ? "AT" : "DE";
      const written = write(mailFacts({ locale, country }));
      const text = written.text.replaceAll("\u00a0", " ");

      expect([written.language, written.subject]).toEqual([language, subject]);
      expect(written.html).toContain(`<html lang="${language}">`);
      if (locale !== "de-AT") expect(text).toContain(total);
      expect(text).toContain(date);
    },
  );

  test("tells in the first place how to pay, and only where a payment is awaited", () => {
    const instructions = "Transfer to DE02 1203 0000 0000 2020 51.\nThank you.";
    const [received, confirmed] = (["ORDER_RECEIVED", "ORDER_CONFIRMED"] as const).map((kind) =>
      write(mailFacts({ kind, instructions })),
    );

    expect(received?.text).toContain(
      "How to pay:\nTransfer to DE02 1203 0000 0000 2020 51.\nThank you.\nPlease pay by 8 January 2026 at 12:00 UTC.\n",
    );
    expect(confirmed?.text).not.toContain("Transfer to");
  });

  test("names a refund by its own amount", () => {
    const { subject, text } = write(
      mailFacts({ kind: "REFUND_MADE", amount: Money.parse("1234.50", "EUR") }),
    );

    expect(subject).toBe("Refund for your order 1000000001");
    expect(text).toContain("We have refunded €1,234.50 to the payment method you used.");
  });

  test("shows a tax on top of the prices, and one that the buyer does not owe", () => {
    const { order } = mailFacts();
    const taxed = (amount: string) =>
      write(
        mailFacts({
          order: {
            ...order,
            sums: { ...order.sums, tax: Money.parse(amount, "EUR"), includedTax: null },
          },
        }),
      ).text;

    expect(taxed("5.96")).toMatch(/^Tax +€5\.96$/m);
    expect(taxed("-5.96")).toMatch(/^Tax that you do not owe +-€5\.96$/m);
  });

  test("escapes everything that buyers, staff or the shop wrote", () => {
    const evil = `<script>alert("1")</script>&'`;
    const { order } = mailFacts();
    const written = mailWriter(evil)(
      mailFacts({
        kind: "ORDER_RECEIVED",
        instructions: evil,
        orderUrl: `https://www.example.com/"onclick="evil`,
        order: {
          ...order,
          buyerName: evil,
          lines: order.lines.map((line) => ({ ...line, title: evil, options: [evil] })),
          sums: { ...order.sums, fees: order.sums.fees.map((fee) => ({ ...fee, name: evil })) },
          deliveries: [{ name: evil, address: [evil], country: null }],
        },
      }),
    ).html;

    expect(written).not.toMatch(/<script|alert\("|"onclick/);
    expect(
      written.split("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;").length,
    ).toBe(12);
  });

  test("puts nothing into a placeholder that a name brings", () => {
    const { order } = mailFacts();
    const { text } = write(mailFacts({ order: { ...order, buyerName: "{total} {number}" } }));

    expect(text).toContain("Hello {total} {number},");
  });

  test("has every text in every language, with the same placeholders, all of them known", () => {
    const named = (text: string) =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
    const known: readonly string[] = MAIL_PLACEHOLDERS;
    const english = wordsIn("en").words;
    for (const language of MAIL_LANGUAGES) {
      const { mails, ...words } = wordsIn(language).words;
      for (const kind of MAIL_KINDS)
        for (const part of ["subject", "title", "intro"] as const) {
          expect([language, kind, part, named(mails[kind][part])]).toEqual([
            language,
            kind,
            part,
            named(english.mails[kind][part]),
          ]);
          expect(named(mails[kind][part]).filter((one) => !known.includes(one ?? ""))).toEqual([]);
        }
      for (const [key, text] of Object.entries(words)) {
        const other: unknown = Object.entries(english).find(([name]) => name === key)?.[1];
        expect([key, named(text)]).toEqual([key, named(String(other))]);
      }
    }
  });

  test("leaves no placeholder empty or unfilled, of any kind and in any language", () => {
    for (const kind of MAIL_KINDS)
      for (const locale of MAIL_LANGUAGES) {
        const { subject, text, html } = write(mailFacts({ kind, locale }));
        expect(`${subject}${text}${html}`).not.toMatch(/\{\w+\}|undefined|null|\[object/);
      }
  });
});
