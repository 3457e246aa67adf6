import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CheckoutSubmitted } from "../../../src/application/checkout/submit/checkout-submit.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { made } from "../pricing/market-shop.js";
import {
  BERLIN,
  BOWL,
  cartShop,
  changed,
  countAtSwissOutlet,
  FREE,
  MUG,
  newCart,
  refused,
  type CartShop,
  type CartsSubject,
} from "./cart-shop.js";

/** What `checkoutSubmit` makes of carts, on every store. */
export const submissionsContract = (name: string, open: () => Promise<CartsSubject>): void => {
  describe(`submitted carts: ${name}`, () => {
    let subject: CartsSubject;
    let shop: CartShop;

    beforeEach(async () => {
      subject = await open();
      shop = await cartShop(subject);
    });
    afterEach(async () => subject.close?.());

    /** A cart with units of a variant that can be ordered. */
    const ready = async (variantId: string, quantity: number): Promise<string> => {
      const { checkout, deliveryOptionId } = shop;
      const cartId = await newCart(shop, [{ variantId, quantity }]);
      const said = { cartId, email: "jo@example.com", shippingAddress: BERLIN };
      made(await checkout.cartUpdate(said, GUEST));
      made(await checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST));
      return cartId;
    };
    const submit = (cartId: string, expectedTotal: string, more: object = {}) =>
      shop.checkout.checkoutSubmit(
        { cartId, paymentMethod: "manual", expectedTotal, ...more },
        GUEST,
      );
    const available = async (variantId: string) => {
      const cartId = await newCart(shop, [{ variantId, quantity: 1 }]);
      return (await shop.checkout.cart({ cartId }, GUEST)).lines[0]?.available;
    };
    const orderIn = (outcome: Outcome<CheckoutSubmitted>) =>
      subject.unitOfWork.run(async ({ orders }) => {
        const order = await orders.ofCart(made(outcome).cartId);
        return order?.snapshot();
      });

    test("a cart becomes an order that waits for its payment and holds its units", async () => {
      const cartId = await ready(MUG, 2);
      const placed = await submit(cartId, "24.90");

      expect(await orderIn(placed)).toMatchObject({
        id: made(placed).orderId,
        state: "AWAITING_PAYMENT",
        paymentMethod: "manual",
        reservationEndsAt: new Date("2026-01-04T12:00:00.000Z"),
        content: {
          buyer: { email: "jo@example.com" },
          lines: [{ variantId: MUG, quantity: 2, title: "Mug", sku: "MUG" }],
          deliveryGroups: [{ address: { city: "Berlin" }, option: { key: "parcel" } }],
        },
      });
      expect(await available(MUG)).toBe(3);
      expect(refused(await shop.checkout.cartUpdate({ cartId, note: "Late" }, GUEST))).toEqual([
        "CART_COMPLETED cartId",
      ]);
    });

    test("a cart is not ordered while its address lacks what its country requires", async () => {
      const cartId = await ready(MUG, 1);
      const sendTo = async (address: object) => {
        const shippingAddress = { ...BERLIN, ...address };
        made(await shop.checkout.cartUpdate({ cartId, shippingAddress }, GUEST));
        return refused(await submit(cartId, "14.90"));
      };

      expect(await sendTo({ postalCode: null })).toEqual(["ADDRESS_INCOMPLETE cartId"]);
      expect(await sendTo({ postalCode: "1011" })).toEqual(["POSTAL_CODE_INVALID cartId"]);
      expect(await sendTo({ country: "US", region: "ZZ" })).toEqual(["REGION_UNKNOWN cartId"]);
      expect(await sendTo({ postalCode: "10 115" })).toEqual([]);
    });

    test("a cart shows and requires what the locations have that serve its buyer", async () => {
      await countAtSwissOutlet(shop, MUG, 4);
      const anywhere = await newCart(shop, [{ variantId: MUG, quantity: 6 }]);
      const read = async (cartId: string) => {
        const { lines, requirements } = await shop.checkout.cart({ cartId }, GUEST);
        const codes = requirements.map(({ code }) => code);
        return [lines[0]?.available, codes.includes("INSUFFICIENT_STOCK")];
      };
      expect(await read(anywhere)).toEqual([9, false]);

      const cartId = await ready(MUG, 6);
      expect(await read(cartId)).toEqual([5, true]);
      expect(refused(await submit(cartId, "64.90"))).toEqual(["INSUFFICIENT_STOCK cartId"]);
      const inBern = { ...BERLIN, postalCode: "3000", city: "Bern", country: "CH" };
      made(await shop.checkout.cartUpdate({ cartId, shippingAddress: inBern }, GUEST));
      expect(await read(cartId)).toEqual([9, false]);
      expect(refused(await submit(cartId, "64.90"))).toEqual([]);
    });

    test("a cart has one order, however often and from wherever it is submitted", async () => {
      const cartId = await ready(MUG, 1);
      const outcomes = await Promise.all(Array.from({ length: 4 }, () => submit(cartId, "14.90")));
      const later = await submit(cartId, "14.90");

      expect(new Set([...outcomes, later].map((one) => made(one).orderId)).size).toBe(1);
      expect(refused(await submit(cartId, "1.00"))).toEqual(["CART_COMPLETED cartId"]);
      expect(await available(MUG)).toBe(4);
    });

    test("a cart is refused with the codes of its requirements, and stays as it was", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 6 }]);
      const { requirements } = await shop.checkout.cart({ cartId }, GUEST);
      const { refusals } = await submit(cartId, "60.00");

      expect(requirements.map(({ code }) => code)).toEqual([
        "INSUFFICIENT_STOCK",
        "EMAIL_MISSING",
        "SHIPPING_ADDRESS_MISSING",
        "DELIVERY_OPTION_MISSING",
      ]);
      expect(refusals.map(({ code }) => code)).toEqual(requirements.map(({ code }) => code));
      expect(refusals[0]?.facts).toMatchObject({ variantId: MUG, requested: 6, available: 5 });
      expect((await shop.checkout.cart({ cartId }, GUEST)).cart.version).toBe(1);
    });

    test("another total than the buyer saw is refused with both", async () => {
      const cartId = await ready(BOWL, 1);
      made(
        await variantPricesSet({ ...shop.needs, currency: "EUR" })(
          { items: [{ variantId: BOWL, price: "21.00" }] },
          OPERATOR,
        ),
      );
      const outcome = await submit(cartId, "24.90");

      expect(refused(outcome)).toEqual(["PRICE_CHANGED expectedTotal"]);
      expect(outcome.refusals[0]?.facts).toMatchObject({ was: "24.90", now: "25.90" });
      expect(made(await submit(cartId, "25.90")).cartId).toBe(cartId);
    });

    test("the total that the buyer saw is refused in another currency, also for a placed order", async () => {
      const cartId = await ready(BOWL, 1);
      const inFrancs = await submit(cartId, "24.90", { expectedCurrency: "CHF" });

      expect(refused(inFrancs)).toEqual(["PRICE_CHANGED expectedTotal"]);
      expect(inFrancs.refusals[0]?.facts).toMatchObject({ currency: "EUR", wasCurrency: "CHF" });
      expect(made(await submit(cartId, "24.90", { expectedCurrency: "EUR" })).cartId).toBe(cartId);
      expect(refused(await submit(cartId, "24.90", { expectedCurrency: "CHF" }))).toEqual([
        "CART_COMPLETED cartId",
      ]);
    });

    test("what is to be paid needs a way to pay that the shop has", async () => {
      const cartId = await ready(BOWL, 1);

      expect(refused(await submit(cartId, "24.90", { paymentMethod: null }))).toEqual([
        "PAYMENT_METHOD_MISSING paymentMethod",
      ]);
      expect(refused(await submit(cartId, "24.90", { paymentMethod: "gold" }))).toEqual([
        "PAYMENT_METHOD_UNKNOWN paymentMethod",
      ]);
    });

    test("an order that costs nothing confirms itself, and its units are claimed", async () => {
      const cartId = await newCart(shop, [{ variantId: FREE, quantity: 1 }]);
      await shop.checkout.cartUpdate(
        { cartId, email: "jo@example.com", billingAddress: BERLIN },
        GUEST,
      );
      const placed = await submit(cartId, "0.00", { paymentMethod: null });

      expect(await orderIn(placed)).toMatchObject({
        state: "CONFIRMED",
        paymentStatus: "PAID",
        reservationEndsAt: null,
      });
      expect(await available(FREE)).toBe(1);
    });

    test("twelve buyers at once get the five units that there are, and the others learn it", async () => {
      const carts: string[] = [];
      for (let buyer = 0; buyer < 12; buyer += 1) carts.push(await ready(MUG, 1));
      const outcomes = await Promise.all(carts.map((cartId) => submit(cartId, "14.90")));

      expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(5);
      expect(new Set(outcomes.flatMap(({ refusals }) => refusals.map(({ code }) => code)))).toEqual(
        new Set(["INSUFFICIENT_STOCK"]),
      );
      expect(await available(MUG)).toBe(0);
      const view = changed(await shop.checkout.cartCreate({ lines: [] }, GUEST));
      expect(view.requirements[0]?.code).toBe("CART_EMPTY");
    });
  });
};
