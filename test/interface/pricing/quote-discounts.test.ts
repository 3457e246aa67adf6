import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { editing, type Editing } from "../editing.js";

const STEPS = "priceBreakdown { kind amount { amount } base { amount } reason isLimited }";
const PREVIEW = `query ($input: QuotePreviewInput!) {
  quotePreview(input: $input) {
    lines { subtotal { amount } discount { amount } }
    delivery { discount { amount } net { amount } tax { amount } gross { amount } ${STEPS} }
    discounts { reason requested { amount } amount { amount } }
    totals { subtotal { amount } discount { amount } tax { amount } total { amount } }
    ${STEPS}
  }
}`;
const DELIVERY = [
  { amount: "6.00", reason: "Parcel" },
  { amount: "3.00", reason: "Pallet" },
];
const LINES = [{ variantId: variantId(10), quantity: 1 }];

interface Amount {
  readonly amount: string;
}
interface Step {
  readonly kind: string;
  readonly amount: Amount;
  readonly base: Amount;
  readonly reason: string;
  readonly isLimited: boolean;
}
interface Preview {
  readonly lines: readonly Readonly<Record<"subtotal" | "discount", Amount>>[];
  readonly delivery: readonly (Readonly<Record<"discount" | "net" | "tax" | "gross", Amount>> & {
    readonly priceBreakdown: readonly Step[];
  })[];
  readonly discounts: readonly { readonly reason: string; readonly amount: Amount }[];
  readonly totals: Readonly<Record<"subtotal" | "discount" | "tax" | "total", Amount>>;
  readonly priceBreakdown: readonly Step[];
}

const textOf = (steps: readonly Step[]): readonly string[] =>
  steps.map(
    ({ kind, amount, base, reason, isLimited }) =>
      `${kind} ${amount.amount} of ${base.amount} ${reason}${isLimited ? " (limited)" : ""}`,
  );

describe("a discount on delivery", () => {
  let shop: Editing;
  const preview = async (input: object): Promise<Preview> => {
    const { data, errors } = await shop.ask(PREVIEW, { input: { lines: LINES, ...input } });
    expect(errors).toEqual([]);
    return data?.["quotePreview"] as Preview;
  };
  beforeEach(async () => {
    shop = await editing();
  });

  test("is taken off delivery after the discounts on the order, and at most what is left of it", async () => {
    const quote = await preview({
      delivery: DELIVERY,
      discounts: [
        { amount: "4.50", reason: "Half the delivery", onDelivery: true },
        { amount: "1000.00", reason: "Voucher" },
        { amount: "9.00", reason: "Free delivery", onDelivery: true },
      ],
    });
    const price = quote.totals.subtotal.amount;

    expect(textOf(quote.priceBreakdown)).toEqual([
      `LINES ${price} of ${price} 1 line`,
      `DISCOUNT -${price} of ${price} Voucher (limited)`,
      "DELIVERY 6.00 of 0.00 Parcel",
      "DELIVERY 3.00 of 6.00 Pallet",
      "DISCOUNT -4.50 of 9.00 Half the delivery",
      "DISCOUNT -4.50 of 4.50 Free delivery (limited)",
    ]);
    expect(quote.delivery.map(({ priceBreakdown }) => textOf(priceBreakdown))).toEqual([
      [
        "DELIVERY 6.00 of 0.00 Parcel",
        "DISCOUNT -3.00 of 6.00 Half the delivery",
        "DISCOUNT -3.00 of 3.00 Free delivery (limited)",
      ],
      [
        "DELIVERY 3.00 of 0.00 Pallet",
        "DISCOUNT -1.50 of 3.00 Half the delivery",
        "DISCOUNT -1.50 of 1.50 Free delivery (limited)",
      ],
    ]);
    expect(quote.discounts.map(({ reason }) => reason)).toEqual([
      "Voucher",
      "Half the delivery",
      "Free delivery",
    ]);
    expect(quote.delivery.map(({ gross }) => gross.amount)).toEqual(["0.00", "0.00"]);
    expect(quote.totals.total.amount).toBe("0.00");
  });

  test("lowers the tax on delivery, and leaves the lines as they are", async () => {
    for (const [mutation, input] of [
      ["taxCategoryCreate", { taxCategory: { key: "standard" } }],
      ["taxZoneCreate", { taxZone: { key: "germany", areas: [{ country: "DE" }] } }],
      [
        "taxRateCreate",
        { taxRate: { zone: "germany", category: "standard", tax: "VAT", percentage: "19" } },
      ],
    ] as const)
      await shop.mutate(mutation, input);
    const { lines, delivery } = await preview({
      delivery: [{ amount: "11.90", reason: "Parcel" }],
      discounts: [
        { amount: "5.95", reason: "Half the delivery", onDelivery: true },
        { amount: "1.00", reason: "Welcome", onDelivery: false },
      ],
      buyer: { address: { country: "DE" } },
    });

    expect(lines.map(({ discount }) => discount.amount)).toEqual(["1.00"]);
    expect(delivery).toMatchObject([
      {
        discount: { amount: "5.95" },
        net: { amount: "5.00" },
        tax: { amount: "0.95" },
        gross: { amount: "5.95" },
      },
    ]);
  });

  test("takes nothing where nothing is delivered, and is no discount on a fee", async () => {
    const { totals, discounts } = await preview({
      fees: [{ amount: "2.00", reason: "Gift wrap" }],
      discounts: [{ amount: "4.00", reason: "Free delivery", onDelivery: true }],
    });

    expect(discounts.map(({ amount }) => amount.amount)).toEqual(["0.00"]);
    expect(Number(totals.total.amount)).toBe(Number(totals.subtotal.amount) + 2);
  });

  test("without named lines is on the whole order, also where the list of them is empty", async () => {
    const spread = await preview({ discounts: [{ amount: "1.00", reason: "Welcome" }] });
    const empty = await preview({ discounts: [{ amount: "1.00", reason: "Welcome", lines: [] }] });
    const delivered = await preview({
      delivery: [{ amount: "5.00", reason: "Parcel" }],
      discounts: [{ amount: "4.00", reason: "Cheap parcel", lines: [], onDelivery: true }],
    });

    expect(spread.discounts.map(({ amount }) => amount.amount)).toEqual(["1.00"]);
    expect(empty).toEqual(spread);
    expect(delivered.discounts.map(({ amount }) => amount.amount)).toEqual(["4.00"]);
  });

  test("names no lines", async () => {
    const { errors } = await shop.ask(PREVIEW, {
      input: {
        lines: LINES,
        discounts: [{ amount: "1", reason: "x", lines: [0], onDelivery: true }],
      },
    });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: "DISCOUNT_ON_LINES_AND_DELIVERY",
      argument: ["input", "discounts", "0"],
    });
  });
});
