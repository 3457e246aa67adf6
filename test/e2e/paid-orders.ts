import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runPlinth, startPlinth, type RunningPlinth } from "./plinth-process.js";
import type { Answer } from "../answer.js";
import type { JourneyDatabase } from "./journey.js";

const BACK = "http://localhost:5173/back";
const ADDRESS = `{ lastName: "Byron", line1: "Street 1", postalCode: "10115", city: "Berlin", country: "DE" }`;
const ORDER =
  "order { state paymentStatus amountDue { amount } nextAction { kind url } payments { state declineCode } }";

/** From an empty cart to money that is given back, over HTTP and through the sandbox gateway. */
export const paidOrders = (name: string, newDatabase: () => Promise<JourneyDatabase>): void => {
  // On a busy machine a process alone may take many seconds to start.
  vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
  describe(`paid orders on ${name}`, () => {
    let folder: string;
    let database: JourneyDatabase;
    let server: RunningPlinth | undefined;
    let variantId = "";

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "plinth-paid-"));
      database = await newDatabase();
      const environment = {
        PLINTH_DATA_DIR: folder,
        PLINTH_PAYMENTS_SANDBOX: "on",
        PLINTH_CORS_ORIGINS: new URL(BACK).origin,
        ...database.environment,
      };
      server = await startPlinth(environment);
      // The demo is in the embedded store only.
      if ((await mug()) === null) await fill(environment);
      variantId = (await mug()).variants.nodes[0].id;
    });
    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
      await database.clear();
    });

    const ask = async (query: string, path = "/graphql"): Promise<Answer["data"]> => {
      const [key = ""] = /plinth_admin_[\w-]+/.exec(server?.output() ?? "") ?? [];
      const response = await fetch(`${server?.url}${path}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(path === "/graphql" ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ query }),
      });
      const { data, errors } = (await response.json()) as Answer;
      expect(errors).toBeUndefined();
      return data;
    };

    const mug = async () =>
      (
        await ask(
          `{ product(by: { slug: "everyday-mug" }) { variants(first: 1) { nodes { id } } } }`,
        )
      ).product;

    const fill = async (environment: Readonly<Record<string, string>>): Promise<void> => {
      expect((await runPlinth(["import", "demo/catalogue.csv"], environment)).code).toBe(0);
      const made = await ask(
        `mutation {
          deliveryOptionCreate(input: { option: { key: "parcel", kind: FLAT, rates: [{ currency: "EUR", price: "4.90" }] } }) { userErrors { message } }
          paymentMethodCreate(input: { method: { key: "card", gateway: "sandbox" } }) { userErrors { message } }
        }`,
        "/admin/graphql",
      );
      expect(made).toEqual({
        deliveryOptionCreate: { userErrors: [] },
        paymentMethodCreate: { userErrors: [] },
      });
    };

    /** A mug for a guest, ordered with a test token. */
    const buy = async (payment: string) => {
      const { cartCreate } = await ask(
        `mutation { cartCreate(input: { lines: [{ variantId: "${variantId}", quantity: 1 }], email: "ada@example.com", shippingAddress: ${ADDRESS} }) { cart { id deliveryGroups { deliveryOptions { option { id } } } } } }`,
      );
      const { id, deliveryGroups } = cartCreate.cart;
      const option = deliveryGroups[0].deliveryOptions[0].option.id;
      const { cartDeliveryOptionSelect } = await ask(
        `mutation { cartDeliveryOptionSelect(input: { cartId: "${id}", deliveryOptionId: "${option}" }) { cart { totals { total { amount } } } } }`,
      );
      const { amount } = cartDeliveryOptionSelect.cart.totals.total;
      const { paymentMethods } = await ask(
        `{ paymentMethods(cartId: "${id}") { isEligible method { key gateway } } }`,
      );
      const { method } = paymentMethods.find(
        (one: { isEligible: boolean; method: { gateway: string } }) =>
          one.isEligible && one.method.gateway === "sandbox",
      );
      const { checkoutSubmit } = await ask(
        `mutation { checkoutSubmit(input: { cartId: "${id}", expectedTotal: "${amount}", paymentMethod: "${method.key}", payment: ${payment} }) { orderId orderLink ${ORDER} userErrors { code message } } }`,
      );
      return { ...checkoutSubmit, amount, method: method.key };
    };

    test("a guest pays at once, and staff give a part of it back", async () => {
      const { orderId, order } = await buy(`{ token: "tok_succeed" }`);
      expect(order).toMatchObject({ state: "CONFIRMED", paymentStatus: "PAID", nextAction: null });

      const { payments } = await ask(
        `{ payments(filter: { orderIds: ["${orderId}"] }) { nodes { id gateway state } } }`,
        "/admin/graphql",
      );
      expect(payments.nodes).toMatchObject([{ gateway: "sandbox", state: "CAPTURED" }]);
      const { refundCreate } = await ask(
        `mutation { refundCreate(input: { id: "${payments.nodes[0].id}", amount: "1.00" }) { refund { state } payment { refundedAmount { amount } order { paymentStatus } } userErrors { code } } }`,
        "/admin/graphql",
      );
      expect(refundCreate).toEqual({
        refund: { state: "SUCCEEDED" },
        payment: {
          refundedAmount: { amount: "1.00" },
          order: { paymentStatus: "PARTIALLY_REFUNDED" },
        },
        userErrors: [],
      });
    });

    test("a guest whose card is declined pays with another one", async () => {
      const { orderLink, order, amount, method } = await buy(
        `{ token: "tok_decline_insufficient_funds" }`,
      );
      expect(order).toMatchObject({
        state: "AWAITING_PAYMENT",
        paymentStatus: "FAILED",
        amountDue: { amount },
        payments: [{ state: "DECLINED", declineCode: "insufficient_funds" }],
      });

      const { orderPayByLink } = await ask(
        `mutation { orderPayByLink(input: { link: "${orderLink}", paymentMethod: "${method}", payment: { token: "tok_succeed" } }) { ${ORDER} userErrors { code } } }`,
      );
      expect(orderPayByLink).toMatchObject({
        order: { state: "CONFIRMED", payments: [{ state: "DECLINED" }, { state: "CAPTURED" }] },
        userErrors: [],
      });
    });

    test("a guest approves at the page of the gateway, and comes back to the storefront", async () => {
      const { orderLink, order } = await buy(
        `{ token: "tok_requires_action", returnUrl: "${BACK}" }`,
      );
      expect(order).toMatchObject({
        state: "AWAITING_PAYMENT",
        nextAction: { kind: "REDIRECT" },
        payments: [{ state: "REQUIRES_ACTION" }],
      });

      const page = await (await fetch(order.nextAction.url)).text();
      const [, secret = ""] = /name="secret" value="([^"]*)"/.exec(page) ?? [];
      const approved = await fetch(order.nextAction.url, {
        method: "POST",
        body: new URLSearchParams({ secret, decision: "approve" }),
        redirect: "manual",
      });
      expect(approved.headers.get("location")).toBe(BACK);
      const { orderPaymentRefreshByLink } = await ask(
        `mutation { orderPaymentRefreshByLink(input: { link: "${orderLink}" }) { ${ORDER} userErrors { code } } }`,
      );
      expect(orderPaymentRefreshByLink).toMatchObject({
        order: { state: "CONFIRMED", paymentStatus: "PAID", nextAction: null },
        userErrors: [],
      });
    });
  });
};
