import { beforeAll, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { openWorld, type World } from "../world.js";

const [MUG, BOWL] = [variantId(10), variantId(20)] as const;

interface Shortage {
  readonly message: string;
}

interface Cart {
  readonly id: string;
  readonly totals: { readonly total: { readonly amount: string } };
  readonly lines: readonly object[];
  readonly requirements: readonly Shortage[];
}

const SHORTAGE = "code message ... on InsufficientStockError { available }";

describe.each([
  ["exact", Infinity, (units: number): number | null => units],
  ["at most 2", 2, (units: number) => Math.min(units, 2)],
  ["in or out", 0, () => null],
])("the stock that a shop shows, %s", (_, mostVisibleStock, shown) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ mostVisibleStock });
  });
  const ask = async <Data>(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    api: "shop" | "admin" = "shop",
  ) => {
    const viewer = api === "shop" ? "guest" : "admin-key";
    const answer = await send(world, { api, viewer, query, variables });
    expect(answer.errors).toEqual([]);
    return answer.data as Data;
  };
  const unitsOf = async (api: "shop" | "admin"): Promise<readonly (number | null)[]> => {
    const { nodes } = await ask<{ nodes: { stock: number | null }[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Variant { stock } } }`,
      { ids: [MUG, BOWL] },
      api,
    );
    return nodes.map(({ stock }) => stock);
  };

  test("is told of variants, and staff see all of it", async () => {
    expect(await unitsOf("admin")).toEqual([4, 5]);
    expect(await unitsOf("shop")).toEqual([4, 5].map(shown));
  });

  test("is told of carts, of what is missing, and by the refusal of an order", async () => {
    const { cartCreate } = await ask<{ cartCreate: { cart: Cart } }>(
      `mutation ($input: CartCreateInput!) { cartCreate(input: $input) { cart { id totals { total { amount } } lines { available } requirements { code message available } warnings { message } } } }`,
      { input: { lines: [{ variantId: MUG, quantity: 7 }] } },
    );
    const { cart } = cartCreate;
    const [requirement] = cart.requirements;
    const { checkoutSubmit } = await ask<{ checkoutSubmit: { userErrors: Shortage[] } }>(
      `mutation ($input: CheckoutSubmitInput!) { checkoutSubmit(input: $input) { userErrors { ${SHORTAGE} } } }`,
      { input: { cartId: cart.id, expectedTotal: cart.totals.total.amount } },
    );
    const [refusal] = checkoutSubmit.userErrors;

    expect(cart.lines).toEqual([{ available: shown(4) }]);
    for (const one of [requirement, refusal]) {
      expect(one).toMatchObject({ code: "INSUFFICIENT_STOCK", available: shown(4) });
      expect(one?.message).toBe(
        shown(4) === 4 ? "Only 4 are left." : "There are fewer than you asked for. Choose fewer.",
      );
    }
  });
});
