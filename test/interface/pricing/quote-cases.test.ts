import { beforeAll, describe, expect, test } from "vitest";
import { editing, type Editing } from "../editing.js";
import { QUOTE_CASES, ZONES, type QuoteCase } from "./quote-cases.js";

const PREVIEW = `query ($input: QuotePreviewInput!) {
  quotePreview(input: $input) {
    lines { discount { amount } net { amount } tax { amount } gross { amount } priceBreakdown { amount { minorUnits } } }
    delivery { net { amount } tax { amount } gross { amount } priceBreakdown { amount { minorUnits } } }
    taxes { tax amount { amount } }
    totals { net { amount } tax { amount } gross { amount } payableRounding { amount } total { amount minorUnits } }
    priceBreakdown { amount { minorUnits } }
  }
}`;

interface Amount {
  readonly amount: string;
}
interface Part {
  readonly discount: Amount;
  readonly net: Amount;
  readonly tax: Amount;
  readonly gross: Amount;
  readonly priceBreakdown: readonly Step[];
}
interface Step {
  readonly amount: { readonly minorUnits: string };
}
interface Preview {
  readonly lines: readonly Part[];
  readonly delivery: readonly Part[];
  readonly taxes: readonly { readonly tax: string; readonly amount: Amount }[];
  readonly totals: Readonly<Record<"net" | "tax" | "gross" | "payableRounding", Amount>> & {
    readonly total: Amount & { readonly minorUnits: string };
  };
  readonly priceBreakdown: readonly Step[];
}

const sum = (steps: readonly Step[]): number =>
  steps.reduce((all, { amount }) => all + Number(amount.minorUnits), 0);
const digits = ({ amount }: Amount): number => Number(amount.replace(".", ""));
const together = (parts: readonly Part[], field: "net" | "tax" | "gross"): number =>
  parts.reduce((all, part) => all + digits(part[field]), 0);

describe("reported and published calculations through the admin API", () => {
  let shop: Editing;
  let variants: ReadonlyMap<string, string>;
  let markets = 0;

  const done = async (mutation: string, input: object, selection = "") => {
    const { payload } = await shop.mutate(mutation, input, selection);
    expect(payload["userErrors"]).toEqual([]);
    return payload;
  };

  const preview = async (one: QuoteCase): Promise<Preview> => {
    markets += 1;
    const key = `market-${markets}`;
    const { currency } = one.market;
    const { priceList } = await done(
      "priceListCreate",
      { priceList: { key, currency } },
      "priceList { id }",
    );
    const priceListId = (priceList as { id: string }).id;
    const prices = new Map(one.lines.map(([name, price]) => [variants.get(name), price]));
    const items = Array.from(prices, ([variantId, price]) => ({ variantId, price }));
    await done("priceListPricesSet", { priceListId, items });
    const { market } = await done(
      "marketCreate",
      { market: { key, priceListId, ...one.market } },
      "market { id }",
    );
    const { data, errors } = await shop.ask(PREVIEW, {
      input: {
        market: key,
        lines: one.lines.map(([name, , quantity]) => ({ variantId: variants.get(name), quantity })),
        discounts: one.discounts?.map((amount) => ({ amount, reason: amount })),
        delivery: one.delivery,
        buyer: { address: one.address, paymentMethod: "cash" },
      },
    });
    expect(errors).toEqual([]);
    // A shop has fewer markets and lists than there are cases.
    await done("marketDelete", { id: (market as { id: string }).id });
    await done("priceListDelete", { id: priceListId });
    return data?.["quotePreview"] as Preview;
  };

  beforeAll(async () => {
    shop = await editing();
    for (const key of ["standard", "food"])
      await done("taxCategoryCreate", { taxCategory: { key } });
    for (const [area, rates] of ZONES) {
      const zone = Object.values(area).join("-").toLowerCase();
      await done("taxZoneCreate", { taxZone: { key: zone, areas: [area] } });
      for (const [tax, category, percentage] of rates)
        await done("taxRateCreate", { taxRate: { zone, category, tax, percentage } });
    }
    const names = ["one", "two", "rice", "salt"];
    const { product } = await done(
      "productCreate",
      {
        product: {
          title: "Sold in the cases",
          options: [{ name: "Kind", values: names }],
          variants: names.map((name, index) => ({
            optionValues: [{ name: "Kind", value: name }],
            price: "1.00",
            taxCode: index < 2 ? "standard" : "food",
          })),
        },
      },
      "product { variants(first: 4) { nodes { id } } }",
    );
    const { nodes } = (product as { variants: { nodes: readonly { id: string }[] } }).variants;
    variants = new Map(names.map((name, index) => [name, nodes[index]?.id ?? ""]));
  });

  test.each(QUOTE_CASES.map((one) => [`${one.id}, ${one.source}: ${one.name}`, one] as const))(
    "%s",
    async (_title, one) => {
      const quote = await preview(one);
      const { totals, lines, delivery, taxes } = quote;

      expect([totals.net, totals.tax, totals.total].map(({ amount }) => amount)).toEqual(
        one.right.totals,
      );
      if (one.right.taxes)
        expect(taxes.map(({ tax, amount }) => `${tax} ${amount.amount}`)).toEqual(one.right.taxes);
      if (one.right.discounts)
        expect(lines.map(({ discount }) => discount.amount)).toEqual(one.right.discounts);
      if (one.right.payableRounding)
        expect(totals.payableRounding.amount).toBe(one.right.payableRounding);
      // The parts, and the steps of each, add up to the whole.
      const parts = [...lines, ...delivery];
      for (const field of ["net", "tax", "gross"] as const)
        expect(together(parts, field)).toBe(digits(totals[field]));
      for (const part of parts) expect(sum(part.priceBreakdown)).toBe(digits(part.gross));
      expect(sum(quote.priceBreakdown)).toBe(Number(totals.total.minorUnits));
    },
  );
});
