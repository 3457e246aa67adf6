import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

const MONEY = "{ amount currency }";
const STEPS =
  "priceBreakdown { kind amount { amount } base { amount } reason isLimited priceList minQuantity tax percentage isOwed isCompound }";
const PREVIEW = `query ($input: QuotePreviewInput!) {
  quotePreview(input: $input) {
    market { key }
    asOf
    taxZone
    lines { variant { id } quantity unitPrice ${MONEY} net ${MONEY} tax ${MONEY} gross ${MONEY} taxes { tax percentage isCompound net ${MONEY} amount ${MONEY} } ${STEPS} }
    delivery { gross ${MONEY} ${STEPS} }
    fees { gross ${MONEY} }
    discounts { reason requested ${MONEY} amount ${MONEY} }
    taxes { tax percentage amount ${MONEY} }
    totals { subtotal ${MONEY} discount ${MONEY} net ${MONEY} tax ${MONEY} gross ${MONEY} payableRounding ${MONEY} total ${MONEY} }
    ${STEPS}
  }
}`;
const eur = (amount: string) => ({ amount, currency: "EUR" });

describe("the preview of a quote", () => {
  let shop: Editing;
  const preview = (input: object) => shop.ask(PREVIEW, { input });

  beforeEach(async () => {
    shop = await editing();
    for (const [mutation, input] of [
      ["taxCategoryCreate", { taxCategory: { key: "standard" } }],
      ["taxZoneCreate", { taxZone: { key: "germany", areas: [{ country: "DE" }] } }],
      [
        "taxRateCreate",
        { taxRate: { zone: "germany", category: "standard", tax: "VAT", percentage: "19" } },
      ],
    ] as const)
      await shop.mutate(mutation, input);
  });

  test("answers amounts and ordered steps that add up", async () => {
    const { data, errors } = await preview({
      lines: [{ variantId: variantId(10), quantity: 2 }],
      discounts: [{ amount: "1.00", reason: "Welcome" }],
      delivery: [{ amount: "4.90", reason: "Post" }],
      buyer: { address: { country: "de", postalCode: "10115" } },
      asOf: "2026-05-01T00:00:00Z",
    });

    expect(errors).toEqual([]);
    const quote = data?.["quotePreview"] as Record<string, unknown>;
    expect(quote).toMatchObject({
      market: { key: "default" },
      asOf: "2026-05-01T00:00:00.000Z",
      taxZone: "germany",
      delivery: [{ gross: eur("4.90") }],
      fees: [],
      discounts: [{ reason: "Welcome", requested: eur("1.00"), amount: eur("1.00") }],
    });
    const [line] = quote["lines"] as Record<string, unknown>[];
    expect(line).toMatchObject({ variant: { id: variantId(10) }, quantity: 2 });
    const steps = quote["priceBreakdown"] as { kind: string; amount: { amount: string } }[];
    expect(steps.map(({ kind }) => kind)).toEqual([
      "LINES",
      "DISCOUNT",
      "DELIVERY",
      "INCLUDED_TAX",
      "TAX",
    ]);
    const sum = steps.reduce((all, { amount }) => all + Math.round(Number(amount.amount) * 100), 0);
    const { total } = quote["totals"] as { total: { amount: string } };
    expect(sum).toBe(Math.round(Number(total.amount) * 100));
    expect(steps.at(-1)).toMatchObject({
      reason: "VAT 19 %",
      tax: "VAT",
      percentage: "19",
      isOwed: true,
      isCompound: false,
      priceList: null,
    });
  });

  test("answers why no tax is owed", async () => {
    const { data } = await preview({
      lines: [{ variantId: variantId(10), quantity: 1 }],
      buyer: {
        address: { country: "DE" },
        exemption: { reason: "Reverse charge", vatId: "xi 980780684" },
      },
    });

    expect(data?.["quotePreview"]).toMatchObject({ taxes: [], totals: { tax: eur("0.00") } });
    const quote = data?.["quotePreview"] as {
      priceBreakdown: { kind: string; reason: string; isOwed: boolean | null }[];
    };
    expect(quote.priceBreakdown.at(-1)).toMatchObject({
      kind: "TAX",
      reason: "Reverse charge (XI980780684)",
      isOwed: null,
      isCompound: null,
    });
  });

  test("answers all that is wrong with a cart, with codes and paths", async () => {
    const { data, errors } = await preview({
      lines: [{ variantId: "x", quantity: 1 }],
      discounts: [{ amount: "1", reason: "x", lines: [7] }],
      buyer: { address: { country: "XX" } },
    });

    expect(data).toEqual({ quotePreview: null });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "VARIANT_NOT_FOUND",
      argument: ["input", "lines", "0", "variantId"],
      problems: [
        { code: "VARIANT_NOT_FOUND", path: ["input", "lines", "0", "variantId"] },
        { code: "QUOTE_LINE_NOT_FOUND", path: ["input", "discounts", "0", "lines", "0"] },
        { code: "UNKNOWN_COUNTRY", path: ["input", "buyer", "address", "country"] },
      ],
    });
  });
});
