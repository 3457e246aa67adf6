import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CartChanged } from "../../../src/application/checkout/carts/cart-changed.js";
import type { CartView } from "../../../src/application/checkout/carts/cart-view.js";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { openSwissMarket } from "../../builders/open-test-market.js";
import { made } from "../pricing/market-shop.js";
import {
  BERLIN,
  BOWL,
  cartShop,
  changed,
  MUG,
  newCart,
  refused,
  type CartShop,
  type CartsSubject,
} from "./cart-shop.js";

const codes = ({ requirements }: CartView) =>
  requirements.map(({ code, cartPath }) => [code, ...cartPath].join(" "));

/** Carts that move to another market, where a mug costs 19.50 CHF and a bowl is not sold. */
export const cartMarketsContract = (name: string, open: () => Promise<CartsSubject>): void => {
  describe(`carts that change their market: ${name}`, () => {
    let subject: CartsSubject;
    let shop: CartShop;
    const select = (cartId: string, market: string, expectedVersion?: number) =>
      shop.checkout.cartMarketSelect({ cartId, market, expectedVersion }, GUEST);
    const totalOf = ({ quote: { totals } }: CartView) =>
      `${totals.subtotal.toDecimal()} ${totals.subtotal.currency}`;

    beforeEach(async () => {
      subject = await open();
      shop = await cartShop(subject);
      await openSwissMarket(subject);
    });
    afterEach(async () => subject.close?.());

    test("everything stays, and is priced and served by the terms there", async () => {
      const cartId = await newCart(shop, [
        { variantId: MUG, quantity: 2 },
        { variantId: BOWL, quantity: 1 },
      ]);
      const said = { cartId, email: "jo@example.com", shippingAddress: BERLIN };
      made(await shop.checkout.cartUpdate(said, GUEST));
      const { deliveryOptionId } = shop;
      made(await shop.checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST));
      const outcome = await select(cartId, "ch");
      const view = CartChanged.viewOf(made(outcome));
      if (!view) throw new Error("The cart was not moved.");

      expect(made(outcome).warnings.map(({ code, path }) => [code, ...path])).toEqual([
        ["NOT_SOLD_IN_MARKET", "lines", "1"],
      ]);
      expect([totalOf(view), view.market.key, view.cart.version]).toEqual(["39.00 CHF", "ch", 4]);
      expect(view.cart.content.lines.map(({ quantity }) => quantity)).toEqual([2, 1]);
      expect(view.cart.content.buyer.email).toBe("jo@example.com");
      expect(codes(view)).toEqual([
        "LINE_WITHOUT_PRICE lines 1",
        "COUNTRY_NOT_SERVED shippingAddress country",
        "DELIVERY_UNAVAILABLE deliveryGroups 0",
      ]);
      // Another currency is no change of a price.
      expect(view.warnings).toEqual([]);
      const read = await shop.checkout.cart({ cartId }, GUEST);
      expect([read.cart, read.warnings]).toEqual([view.cart, []]);
      const back = changed(await select(cartId, "default"));
      expect([totalOf(back), codes(back), back.status]).toEqual(["40.00 EUR", [], "READY"]);
    });

    test("a market that does not exist is refused, and the same one changes nothing", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);

      for (const key of ["", "CH", "x".repeat(500)])
        expect(refused(await select(cartId, key))).toEqual(["MARKET_NOT_FOUND market"]);
      expect(refused(await select(cartId, "ch", 7))).toEqual(["STALE_VERSION expectedVersion"]);
      const same = await select(cartId, "default");
      expect(made(same).warnings.map(({ code }) => code)).toEqual(["NOTHING_CHANGED"]);
      expect(changed(same).cart.version).toBe(1);
    });

    test("two windows that change market and lines at once lose nothing, in any order", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      const lines = [{ variantId: MUG, quantity: 1 }];
      const outcomes = await Promise.all([
        select(cartId, "ch"),
        shop.checkout.cartLinesAdd({ cartId, lines }, GUEST),
        select(cartId, "default"),
        select(cartId, "ch"),
        shop.checkout.cartLinesAdd({ cartId, lines }, GUEST),
      ]);
      expect(outcomes.flatMap(refused)).toEqual([]);
      const end = await shop.checkout.cart({ cartId }, GUEST);
      const last = outcomes.map(changed).find(({ cart }) => cart.version === end.cart.version);

      expect(end.cart.content.lines).toMatchObject([{ variantId: MUG, quantity: 3 }]);
      expect([end.market.key, totalOf(end)]).toEqual(
        end.market.key === "ch" ? ["ch", "58.50 CHF"] : ["default", "30.00 EUR"],
      );
      expect(last && totalOf(last)).toBe(totalOf(end));
    });

    test("an order is placed for the total that the buyer saw, or not at all", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      const said = { cartId, email: "jo@example.com", shippingAddress: BERLIN };
      made(await shop.checkout.cartUpdate(said, GUEST));
      const { deliveryOptionId } = shop;
      made(await shop.checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST));
      const submission = { cartId, paymentMethod: "manual", expectedTotal: "14.90" };
      const [moved, submitted] = await Promise.all([
        select(cartId, "ch"),
        shop.checkout.checkoutSubmit({ ...submission, expectedCurrency: "EUR" }, GUEST),
      ]);

      const isOrdered = submitted.result !== null;
      expect(refused(moved)).toEqual(isOrdered ? ["CART_COMPLETED cartId"] : []);
      const next = await select(cartId, "default");
      expect(refused(next)).toEqual(isOrdered ? ["CART_COMPLETED cartId"] : []);
    });
  });
};
