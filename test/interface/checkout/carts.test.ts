import { beforeAll, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { openWorld, type World } from "../world.js";

/** 30.00 EUR; 10.00 EUR; a draft; without a price. */
const [MUG, BOWL, DRAFT, UNPRICED] = [
  variantId(10),
  variantId(20),
  variantId(90),
  variantId(40),
] as const;

const UUIDS = [
  "0b7f3a52-6c1e-4d8f-9a35-2e4c71d0b896",
  "c94e1d07-83ab-4f62-b5d9-60f7a2e81c3b",
] as const;

const CART =
  "cart { id version status lines { id quantity amounts { gross { amount } } } totals { total { amount } } requirements { code } }";

interface CartAnswer {
  readonly id: string;
  readonly version: number;
  readonly lines: readonly { readonly id: string; readonly quantity: number }[];
}

interface Payload {
  readonly cart: CartAnswer | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

describe("carts in the shop", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });

  const mutate = async (name: string, input: object, idempotencyKey?: string, market?: string) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await send(world, {
      api: "shop",
      viewer: "guest",
      query: `mutation ($input: ${type}!) { ${name}(input: $input) { ${CART} userErrors { code path ... on CartClosedError { orderId mergedInto } } } }`,
      variables: { input },
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      ...(market !== undefined && { market }),
    });
    return { answer, payload: (answer.data?.[name] ?? {}) as Payload };
  };
  const created = async (...lines: readonly object[]): Promise<CartAnswer> => {
    const { cart } = (await mutate("cartCreate", { lines })).payload;
    if (!cart) throw new Error("No cart was created.");
    return cart;
  };
  const refused = ({ payload }: Awaited<ReturnType<typeof mutate>>) => {
    expect(payload.cart).toBeNull();
    return payload.userErrors.map(({ code, path }) => [code, ...path.slice(1)].join(" "));
  };
  const coded = ({ answer }: Awaited<ReturnType<typeof mutate>>) =>
    answer.errors.map(({ extensions }) => extensions?.["code"]);

  test("the id of a cart finds it, also as a node", async () => {
    const { id } = await created({ variantId: MUG, quantity: 2 });
    const { data } = await send(world, {
      api: "shop",
      viewer: "guest",
      query: `query ($id: ID!) { cart(id: $id) { totalQuantity lines { variant { sku } } } node(id: $id) { ... on Cart { totalQuantity } } }`,
      variables: { id },
    });

    expect(data).toEqual({
      cart: { totalQuantity: 2, lines: [{ variant: { sku: "ART-01" } }] },
      node: { totalQuantity: 2 },
    });
  });

  test.each(["", "1abc", MUG, "cart_01h00000000000000000009999", "x".repeat(5_000)])(
    "the id %s of no cart answers no cart and a code",
    async (id) => {
      const answer = await send(world, {
        api: "shop",
        viewer: "guest",
        query: "query ($id: ID!) { cart(id: $id) { id } }",
        variables: { id },
      });

      expect(answer.data).toEqual({ cart: null });
      expect(answer.errors.map(({ extensions }) => extensions?.["code"])).toEqual([
        "CART_NOT_FOUND",
      ]);
    },
  );

  test.each([
    [0, ["INVALID_QUANTITY lines 0 quantity"]],
    [-1, ["INVALID_QUANTITY lines 0 quantity"]],
    [1e9, ["INVALID_QUANTITY lines 0 quantity"]],
  ])("%d units are refused", async (quantity, expected) => {
    const cart = await created({ variantId: MUG, quantity: 1 });
    const lines = [{ variantId: MUG, quantity }];

    expect(refused(await mutate("cartCreate", { lines }))).toEqual(expected);
    expect(refused(await mutate("cartLinesAdd", { cartId: cart.id, lines }))).toEqual(expected);
    expect(
      refused(
        await mutate("cartLinesUpdate", {
          cartId: cart.id,
          lines: [{ id: cart.lines[0]?.id, quantity }],
        }),
      ),
    ).toEqual(expected);
  });

  test("half a unit is no number of units", async () => {
    expect(
      coded(await mutate("cartCreate", { lines: [{ variantId: MUG, quantity: 1.5 }] })),
    ).toEqual(["BAD_USER_INPUT"]);
  });

  test("unknown, hidden and foreign things are refused with their places", async () => {
    const cart = await created({ variantId: MUG, quantity: 1 });
    const lines = [variantId(999_999), DRAFT, cart.id, UNPRICED].map((one) => ({
      variantId: one,
      quantity: 1,
    }));

    expect(refused(await mutate("cartCreate", { lines: lines.slice(0, 2) }))).toEqual([
      "VARIANT_NOT_FOUND lines 0 variantId",
      "VARIANT_NOT_FOUND lines 1 variantId",
    ]);
    expect(refused(await mutate("cartCreate", { lines: lines.slice(2) }))).toEqual([
      "VARIANT_NOT_FOUND lines 0 variantId",
    ]);
    expect(refused(await mutate("cartCreate", { lines: lines.slice(3) }))).toEqual([
      "LINE_WITHOUT_PRICE lines 0 variantId",
    ]);
  });

  test("an address is also read as on a letter, with the name of its country", async () => {
    const { data } = await send(world, {
      api: "shop",
      viewer: "guest",
      query: `mutation ($input: CartCreateInput!) { cartCreate(input: $input) { cart { shippingAddress { formatted } } } }`,
      variables: {
        input: {
          lines: [{ variantId: MUG, quantity: 1 }],
          shippingAddress: {
            firstName: "Jo",
            lastName: "Doe",
            line1: "Street 1",
            city: "Vienna",
            postalCode: "1010",
            country: "AT",
          },
        },
      },
    });

    expect(data).toMatchObject({
      cartCreate: {
        cart: {
          shippingAddress: { formatted: ["Jo Doe", "Street 1", "1010 Vienna", "Austria"] },
        },
      },
    });
  });

  test("texts that are too long, no addresses and no e-mail addresses are refused", async () => {
    const { id: cartId } = await created();

    expect(refused(await mutate("cartUpdate", { cartId, note: "x".repeat(10_000) }))).toEqual([
      "INVALID_INPUT note",
    ]);
    for (const email of ["x", "a@b", "a b@example.com", "a@example.com\nBcc: b@example.com"])
      expect(refused(await mutate("cartUpdate", { cartId, email }))).toEqual([
        "INVALID_EMAIL email",
      ]);
    expect(
      refused(
        await mutate("cartUpdate", {
          cartId,
          shippingAddress: { country: "XX", region: "much too long" },
          billingAddress: { country: "DE", city: "x".repeat(200) },
        }),
      ),
    ).toEqual([
      "INVALID_REGION shippingAddress region",
      "UNKNOWN_COUNTRY shippingAddress country",
      "INVALID_TEXT billingAddress city",
    ]);
    expect(
      refused(await mutate("cartDeliveryOptionSelect", { cartId, deliveryOptionId: cartId })),
    ).toEqual(["DELIVERY_UNAVAILABLE deliveryOptionId"]);
  });

  test("a guest without a cart needs a random key, and gets the same cart for it", async () => {
    const input = { lines: [{ variantId: BOWL, quantity: 1 }] };
    const guessed = await mutate("cartCreate", input, "my-key");
    const [first, again, other] = [
      await mutate("cartCreate", input, UUIDS[0]),
      await mutate("cartCreate", input, UUIDS[0]),
      await mutate("cartCreate", input, UUIDS[1]),
    ];

    expect(refused(guessed)).toEqual(["IDEMPOTENCY_KEY_NOT_RANDOM"]);
    expect(again.payload).toEqual(first.payload);
    expect(again.answer.extensions).toMatchObject({ replayed: ["cartCreate"] });
    expect(other.payload.cart?.id).not.toBe(first.payload.cart?.id);
  });

  test("a key belongs to the cart that it is used with", async () => {
    const [one, two] = [await created(), await created()];
    const lines = [{ variantId: BOWL, quantity: 1 }];
    const add = (cartId: string) => mutate("cartLinesAdd", { cartId, lines }, "add-1");
    const versions = [];
    for (const cartId of [one.id, two.id, one.id])
      versions.push((await add(cartId)).payload.cart?.version);

    expect(versions).toEqual([2, 2, 2]);
    expect(world.reported).toEqual([]);
  });
});
