import { beforeEach, describe, expect, test } from "vitest";
import { variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { openWorld, type World } from "../world.js";

const ADDRESS = {
  lastName: "Doe",
  line1: "Street 1",
  postalCode: "10115",
  city: "Berlin",
  country: "DE",
};
const BACK = "https://shop.example/back";
const CART = "cart { id totals { total { amount } } }";
const ORDER =
  "order { id state paymentStatus amountDue { amount } nextAction { kind url token } payments { attempt state paymentMethod declineCode amount { amount } capturedAmount { amount } refundedAmount { amount } refunds { state amount { amount } } } }";

interface Payload {
  readonly cart: { readonly id: string; readonly totals: { readonly total: { amount: string } } };
  readonly deliveryOption: { readonly id: string };
  readonly paymentMethod: { readonly id: string };
  readonly refund: { readonly id: string };
  readonly orderId: string;
  readonly orderLink: string;
  readonly order: object | null;
  readonly userErrors: readonly object[];
}

describe("a shop that takes cards", () => {
  let world: World;
  let cartId = "";
  let expectedTotal = "";

  const ask = (api: "shop" | "admin", query: string, variables?: Record<string, unknown>) =>
    send(world, {
      api,
      viewer: api === "shop" ? "guest" : "admin-key",
      query,
      ...(variables && { variables }),
    });
  const mutate = async (
    name: string,
    input: object,
    selection: string,
    api: "shop" | "admin" = "shop",
  ): Promise<Payload> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await ask(
      api,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { __typename code path ... on OrderNotPayableError { unpayableReason } ... on PaymentMethodNotEligibleError { ineligibility } ... on PaymentNotPossibleError { blockedBy } ... on AmountExceededError { most currency } } } }`,
      { input },
    );
    expect(errors).toEqual([]);
    return data?.[name] as Payload;
  };
  const staff = (name: string, input: object, selection: string) =>
    mutate(name, input, selection, "admin");
  const method = (input: object) =>
    staff("paymentMethodCreate", { method: input }, "paymentMethod { id }");
  const submit = (paymentMethod: string, payment?: object) =>
    mutate(
      "checkoutSubmit",
      { cartId, expectedTotal, paymentMethod, payment },
      `orderId orderLink ${ORDER}`,
    );
  const pay = (link: string, paymentMethod: string, token?: string) =>
    mutate(
      "orderPayByLink",
      { link, paymentMethod, ...(token !== undefined && { payment: { token } }) },
      ORDER,
    );

  beforeEach(async () => {
    world = await openWorld();
    await method({
      key: "card",
      name: "Card",
      gateway: "fake",
      translations: [{ locale: "de", name: "Karte" }],
    });
    await method({ key: "held", gateway: "fake", capture: "MANUAL" });
    const created = await mutate(
      "cartCreate",
      {
        lines: [{ variantId: variantId(10), quantity: 2 }],
        email: "jo@example.com",
        shippingAddress: ADDRESS,
      },
      CART,
    );
    cartId = created.cart.id;
    const rates = [{ currency: "EUR", price: "5.00" }];
    const { deliveryOption } = await staff(
      "deliveryOptionCreate",
      { option: { key: "parcel", kind: "FLAT", rates } },
      "deliveryOption { id }",
    );
    const deliveryOptionId = deliveryOption.id;
    const chosen = await mutate("cartDeliveryOptionSelect", { cartId, deliveryOptionId }, CART);
    expectedTotal = chosen.cart.totals.total.amount;
  });

  test("shows a cart how it can be paid, and why not otherwise", async () => {
    await method({ key: "large", totals: [{ currency: "EUR", minimum: "500.00" }] });
    await method({ key: "gone", gateway: "none" });
    await method({ key: "off", isEnabled: false });
    const { data } = await ask(
      "shop",
      `{ paymentMethods(cartId: "${cartId}") { isEligible reason method { key kind gateway name } } }`,
    );

    expect(data?.["paymentMethods"]).toEqual([
      {
        isEligible: true,
        reason: null,
        method: { key: "manual", kind: "OFFLINE", gateway: null, name: "Manual" },
      },
      {
        isEligible: true,
        reason: null,
        method: { key: "card", kind: "GATEWAY", gateway: "fake", name: "Card" },
      },
      {
        isEligible: true,
        reason: null,
        method: { key: "held", kind: "GATEWAY", gateway: "fake", name: "held" },
      },
      {
        isEligible: false,
        reason: "TOTAL_TOO_LOW",
        method: { key: "large", kind: "OFFLINE", gateway: null, name: "large" },
      },
      {
        isEligible: false,
        reason: "GATEWAY_NOT_CONFIGURED",
        method: { key: "gone", kind: "GATEWAY", gateway: "none", name: "gone" },
      },
    ]);
  });

  test("answers an unknown cart with a code instead of its payment methods", async () => {
    const { data, errors } = await ask(
      "shop",
      `{ paymentMethods(cartId: "cart_none") { reason } }`,
    );

    expect([data?.["paymentMethods"], errors[0]?.extensions?.["code"]]).toEqual([
      null,
      "CART_NOT_FOUND",
    ]);
  });

  test("confirms the order of a card in the answer to the checkout", async () => {
    const placed = await submit("card", { token: "ok" });

    expect(placed).toMatchObject({
      order: {
        state: "CONFIRMED",
        paymentStatus: "PAID",
        amountDue: { amount: "0.00" },
        nextAction: null,
        payments: [{ attempt: 1, state: "CAPTURED", capturedAmount: { amount: "65.00" } }],
      },
      userErrors: [],
    });
    expect(world.gateway.requests).toMatchObject([{ token: "ok", returnUrl: null }]);
  });

  test("lets a guest whose card is declined pay with another one", async () => {
    const { orderLink, order } = await submit("card", { token: "decline" });

    expect(order).toMatchObject({
      state: "AWAITING_PAYMENT",
      paymentStatus: "FAILED",
      amountDue: { amount: "65.00" },
      payments: [{ state: "DECLINED", declineCode: "insufficient_funds" }],
    });
    expect(await pay(orderLink, "card", "ok")).toMatchObject({
      order: {
        state: "CONFIRMED",
        amountDue: { amount: "0.00" },
        payments: [{ attempt: 1 }, { attempt: 2, state: "CAPTURED" }],
      },
      userErrors: [],
    });
    // A late second click gets the payment that has paid; another method is another try.
    expect(await pay(orderLink, "card", "ok")).toMatchObject({
      order: { payments: [{ attempt: 1 }, { attempt: 2 }] },
      userErrors: [],
    });
    expect(await pay(orderLink, "manual")).toMatchObject({
      order: null,
      userErrors: [
        { __typename: "OrderNotPayableError", unpayableReason: "PAID", path: ["input", "link"] },
      ],
    });
  });

  test("tells what a buyer has to do, and looks up what came of it", async () => {
    const { orderLink, order } = await submit("card", { token: "action", returnUrl: BACK });

    expect(order).toMatchObject({
      paymentStatus: "PENDING",
      nextAction: { kind: "REDIRECT", url: "https://bank.test/3ds", token: null },
      payments: [{ state: "REQUIRES_ACTION" }],
    });
    const { key, amount } = world.gateway.only;
    const { minorUnits: captured } = amount;
    const done = { state: "CAPTURED", authorised: captured, captured, nextAction: null } as const;
    world.gateway.happen(key ?? "", done);
    expect(await mutate("orderPaymentRefreshByLink", { link: orderLink }, ORDER)).toMatchObject({
      order: { state: "CONFIRMED", nextAction: null, payments: [{ state: "CAPTURED" }] },
      userErrors: [],
    });
  });

  test.each(["{link}", "%7Blink%7D"])("leads a buyer back to the order by %s", async (written) => {
    const returnUrl = `https://shop.example/orders/${written}`;
    const { orderLink } = await submit("card", { token: "action", returnUrl });

    expect(world.gateway.requests).toMatchObject([
      { returnUrl: `https://shop.example/orders/${orderLink}` },
    ]);
  });

  test("hands no page out that is none of the web", async () => {
    const { orderLink } = await submit("card", { token: "action" });
    const script = { kind: "REDIRECT", url: "javascript:alert(1)" } as const;
    world.gateway.happen(world.gateway.only.key ?? "", { nextAction: script });

    expect(await mutate("orderPaymentRefreshByLink", { link: orderLink }, ORDER)).toMatchObject({
      order: { nextAction: null, payments: [{ state: "REQUIRES_ACTION" }] },
    });
  });

  test.each([
    ["an origin that is no storefront", "https://evil.example/back"],
    ["a host that begins like one", "https://shop.example.evil.example/"],
    ["a user name before the host", "https://shop.example@evil.example/"],
    ["a user name of a storefront", "https://jo@shop.example/"],
    ["another scheme", "javascript:alert(1)//shop.example"],
    ["no scheme", "//shop.example/back"],
    ["only a path", "/back"],
    ["a host with the link of the order", "https://{link}.shop.example/"],
    ["a host that the link of the order ends", "https://shop.example{link}/"],
    ["a user name that is the link of the order", "https://{link}@shop.example/"],
    ["another origin with the link of the order", "https://evil.example/orders/{link}"],
    ["an insecure page of a storefront", "http://shop.example/"],
  ])("lets nobody come back to %s", async (_what, returnUrl) => {
    expect(await submit("card", { token: "ok", returnUrl })).toMatchObject({
      order: null,
      userErrors: [{ code: "INVALID_RETURN_URL", path: ["input", "payment", "returnUrl"] }],
    });
    expect(world.gateway.calls).toEqual([]);
  });

  test.each(["4242424242424242", "4242 4242 4242 4242", "a token with spaces"])(
    "takes %s for no token",
    async (token) => {
      expect(await submit("card", { token })).toMatchObject({
        order: null,
        userErrors: [{ code: "INVALID_PAYMENT_TOKEN", path: ["input", "payment", "token"] }],
      });
      expect(world.gateway.calls).toEqual([]);
    },
  );

  test("says why a method cannot be chosen", async () => {
    await method({ key: "gone", gateway: "none" });

    expect((await submit("gone")).userErrors).toMatchObject([
      { __typename: "PaymentMethodNotEligibleError", ineligibility: "GATEWAY_NOT_CONFIGURED" },
    ]);
  });

  test("lets staff take held money once, and give a part of it back", async () => {
    const { orderId } = await submit("held", { token: "ok" });
    const PAYMENT =
      "payment { id state version capturableAmount { amount } refundableAmount { amount } transactions { kind amount { amount } } order { id paymentStatus timeline { kind } } }";
    const { data } = await ask(
      "admin",
      `{ payments(filter: { states: [AUTHORISED], gateways: ["fake"], orderIds: ["${orderId}"], isFlagged: false }) { totalCount nodes { id capturableAmount { amount } } } }`,
    );
    expect(data).toMatchObject({
      payments: { totalCount: 1, nodes: [{ capturableAmount: { amount: "65.00" } }] },
    });
    const { payments } = data as { payments: { nodes: readonly { readonly id: string }[] } };
    const id = payments.nodes[0]?.id;

    expect((await staff("paymentCapture", { id, amount: "65.01" }, PAYMENT)).userErrors).toEqual([
      expect.objectContaining({
        __typename: "AmountExceededError",
        code: "CAPTURE_EXCEEDS_AUTHORISED",
        most: "65.00",
        currency: "EUR",
        path: ["input", "amount"],
      }),
    ]);
    expect(await staff("paymentCapture", { id, amount: "60.00" }, PAYMENT)).toMatchObject({
      payment: { state: "CAPTURED", refundableAmount: { amount: "60.00" } },
      userErrors: [],
    });
    const refunded = await staff(
      "refundCreate",
      { id, amount: "10.00", note: "A scratch" },
      `refund { id state reason note amount { amount } } ${PAYMENT}`,
    );
    expect(refunded).toMatchObject({
      refund: { state: "SUCCEEDED", reason: "STAFF", note: "A scratch" },
      payment: {
        refundableAmount: { amount: "50.00" },
        order: { paymentStatus: "PARTIALLY_REFUNDED" },
      },
      userErrors: [],
    });
    const { id: refundId } = refunded.refund;
    const found = await ask(
      "admin",
      `{ nodes(ids: ["${id}", "${refundId}"]) { __typename id ... on Refund { amount { amount } } } }`,
    );
    expect(found.data?.["nodes"]).toEqual([
      { __typename: "Payment", id },
      { __typename: "Refund", id: refundId, amount: { amount: "10.00" } },
    ]);
    expect((await ask("shop", `{ nodes(ids: ["${id}", "${refundId}"]) { id } }`)).data).toEqual({
      nodes: [null, null],
    });
    expect((await staff("paymentVoid", { id }, PAYMENT)).userErrors).toMatchObject([
      { __typename: "PaymentNotPossibleError", blockedBy: "NOTHING_HELD" },
    ]);
  });

  test("lets staff record a transfer, and hides methods that are off from buyers", async () => {
    const { orderId } = await submit("manual");
    const { paymentMethod: off } = await method({ key: "off", isEnabled: false });

    expect(
      await staff(
        "paymentMarkPaid",
        { id: orderId },
        "payment { gateway paymentMethod order { state } }",
      ),
    ).toMatchObject({
      payment: { gateway: null, paymentMethod: "manual", order: { state: "CONFIRMED" } },
      userErrors: [],
    });
    const query = `{ node(id: "${off.id}") { id } }`;
    expect((await ask("admin", query)).data).toEqual({ node: { id: off.id } });
    expect((await ask("shop", query)).data).toEqual({ node: null });
  });
});
