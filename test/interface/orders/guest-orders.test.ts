import { expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { openWorld } from "../world.js";

const ADDRESS = {
  lastName: "Doe",
  line1: "Street 1",
  postalCode: "10115",
  city: "Berlin",
  country: "DE",
};

interface Payload {
  readonly cart?: { readonly id: string; readonly totals: { readonly total: { amount: string } } };
  readonly deliveryOption?: { readonly id: string };
  readonly order?: object | null;
  readonly orderLink?: string | null;
  readonly orderNumber?: string | null;
  readonly userErrors: readonly { readonly code: string }[];
}

test("a guest sees the order in the answer to the checkout, and cancels it by its link", async () => {
  const world = await openWorld();
  const mutate = async (
    name: string,
    input: object,
    selection: string,
    api: "shop" | "admin" = "shop",
  ): Promise<Payload> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data } = await send(world, {
      api,
      viewer: api === "shop" ? "guest" : "admin-key",
      query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code path } } }`,
      variables: { input },
    });
    return data?.[name] as Payload;
  };
  const CART = "cart { id totals { total { amount } } }";
  const rates = [{ currency: "EUR", price: "5.00" }];
  const { deliveryOption } = await mutate(
    "deliveryOptionCreate",
    { option: { key: "parcel", kind: "FLAT", rates } },
    "deliveryOption { id }",
    "admin",
  );
  const lines = [{ variantId: variantId(10), quantity: 2 }];
  const { cart } = await mutate(
    "cartCreate",
    { lines, email: "jo@example.com", shippingAddress: ADDRESS },
    CART,
  );
  const cartId = cart?.id;
  const ready = await mutate(
    "cartDeliveryOptionSelect",
    { cartId, deliveryOptionId: deliveryOption?.id },
    CART,
  );
  const ORDER =
    "order { state cancelReason total { amount } lines { quantity } allowedActions { action isAllowed } }";
  const submission = {
    cartId,
    paymentMethod: "manual",
    expectedTotal: ready.cart?.totals.total.amount,
  };
  const submit = (dryRun: boolean) =>
    mutate("checkoutSubmit", { ...submission, dryRun }, `orderId orderNumber orderLink ${ORDER}`);

  expect(await submit(true)).toEqual({
    orderId: null,
    orderNumber: null,
    orderLink: null,
    order: null,
    userErrors: [],
  });
  const placed = await submit(false);
  expect(placed).toMatchObject({
    order: {
      state: "AWAITING_PAYMENT",
      total: { amount: "65.00" },
      lines: [{ quantity: 2 }],
      allowedActions: [{ action: "CANCEL", isAllowed: true }],
    },
    userErrors: [],
  });
  expect((await submit(false)).order).toEqual(placed.order);

  const find = async (by: object) => {
    const query = "query ($by: OrderBy!) { order(by: $by) { number link } }";
    const answer = await send(world, { api: "shop", viewer: "guest", query, variables: { by } });
    return answer.data?.["order"];
  };
  const own = { number: placed.orderNumber, link: placed.orderLink };
  expect(await find({ cartId })).toEqual(own);
  expect(await find({ link: placed.orderLink })).toEqual(own);
  expect(
    await find({ emailAndNumber: { email: "jo@example.com", number: placed.orderNumber } }),
  ).toEqual({ ...own, link: null });

  const cancelled = { state: "CANCELLED", cancelReason: "BUYER" };
  for (const _time of [1, 2])
    expect(await mutate("orderCancelByLink", { link: placed.orderLink }, ORDER)).toMatchObject({
      order: cancelled,
      userErrors: [],
    });
  expect(await mutate("orderCancelByLink", { link: cartId }, ORDER)).toMatchObject({
    order: null,
    userErrors: [{ code: "ORDER_NOT_FOUND", path: ["input", "link"] }],
  });
  expect(world.reported).toEqual([]);
});

test("a cart that is open, unknown or no cart has no order", async () => {
  const world = await openWorld();
  const ask = (query: string, variables: Record<string, unknown>) =>
    send(world, { api: "shop", viewer: "guest", query, variables });
  const lines = [{ variantId: variantId(10), quantity: 1 }];
  const { data } = await ask(
    "mutation ($input: CartCreateInput!) { cartCreate(input: $input) { cart { id } } }",
    { input: { lines } },
  );
  const open = (data?.["cartCreate"] as Payload | undefined)?.cart?.id;

  for (const cartId of [open, "cart_01h00000000000000000009999", "", "x", variantId(10)]) {
    const answer = await ask("query ($by: OrderBy!) { order(by: $by) { id } }", { by: { cartId } });
    expect([answer.data, answer.errors]).toEqual([{ order: null }, []]);
  }
});
