import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { editing, problemsOf, type Editing } from "../editing.js";

const FEE =
  "fee { id key name kind per amounts { currency amount { amount } below { amount } } taxCategory position isActive version }";
const WRAP = {
  key: "wrap",
  name: "Gift wrap",
  kind: "GIFT_WRAP",
  per: "UNIT",
  amounts: [{ currency: "EUR", amount: "1.19" }],
};
const SMALL = {
  key: "small",
  kind: "SMALL_ORDER",
  amounts: [{ currency: "EUR", amount: "2.00", below: "100000.00" }],
};

describe("the fees of the admin API", () => {
  let shop: Editing;
  const create = async (fee: object) =>
    (await shop.mutate("feeCreate", { fee }, FEE)).payload as {
      readonly fee: { readonly id: string };
    };

  beforeEach(async () => {
    shop = await editing();
  });

  test("are created and changed, and found by id and key", async () => {
    const { fee } = await create(WRAP);
    expect(fee).toMatchObject({
      ...WRAP,
      amounts: [{ currency: "EUR", amount: { amount: "1.19" }, below: null }],
      taxCategory: null,
      position: 0,
      isActive: true,
      version: 1,
    });
    const { id } = fee;
    const changed = await shop.mutate("feeUpdate", { id, changes: { isActive: false } }, FEE);
    expect(changed.payload).toMatchObject({ fee: { isActive: false, version: 2 } });
    const { data } = await shop.ask(
      `query ($id: ID!) {
        fees { key }
        byKey: fee(by: { key: "wrap" }) { id }
        byId: fee(by: { id: $id }) { key }
        none: fee(by: { key: "none" }) { id }
        node(id: $id) { ... on Fee { key } }
      }`,
      { id },
    );
    expect(data).toEqual({
      fees: [{ key: "wrap" }],
      byKey: { id },
      byId: { key: "wrap" },
      none: null,
      node: { key: "wrap" },
    });
  });

  test("of a dry run are checked and not stored", async () => {
    const { payload } = await shop.mutate("feeCreate", { fee: WRAP, dryRun: true }, FEE);

    expect(payload).toMatchObject({ fee: null, userErrors: [] });
    expect((await shop.ask("{ fees { key } }")).data).toEqual({ fees: [] });
  });

  test("are refused by the name of the one that is in the way", async () => {
    await create(SMALL);
    const { payload } = await shop.mutate("feeCreate", { fee: { ...SMALL, key: "tiny" } });

    expect(problemsOf(payload)).toEqual(["SMALL_ORDER_FEES_OVERLAP fee.amounts.0.currency"]);
    expect(payload).toMatchObject({
      userErrors: [{ message: expect.stringContaining('"small"') as string }],
    });
  });

  test("are steps of a quote, and the one on small orders applies by itself", async () => {
    await create(SMALL);
    await create(WRAP);
    const { data } = await shop.ask(
      `query ($lines: [QuoteLineInput!]!) {
        quotePreview(input: { lines: $lines, feeKeys: ["wrap"] }) {
          fees { gross { amount } priceBreakdown { kind amount { amount } reason } }
          totals { fees { amount } }
        }
      }`,
      { lines: [{ variantId: variantId(10), quantity: 2 }] },
    );

    expect(data).toEqual({
      quotePreview: {
        fees: [
          {
            gross: { amount: "2.00" },
            priceBreakdown: [{ kind: "FEE", amount: { amount: "2.00" }, reason: "small" }],
          },
          {
            gross: { amount: "2.38" },
            priceBreakdown: [
              { kind: "FEE", amount: { amount: "2.38" }, reason: "Gift wrap, 2 units" },
            ],
          },
        ],
        totals: { fees: { amount: "4.38" } },
      },
    });
  });
});
