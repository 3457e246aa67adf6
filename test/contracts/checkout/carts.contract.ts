import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { mergeCarts } from "../../../src/application/checkout/checkout.js";
import type { CartView } from "../../../src/application/checkout/carts/cart-view.js";
import { deliveryOptionUpdate } from "../../../src/application/delivery/options/delivery-option-update.js";
import { feeCreate } from "../../../src/application/pricing/fees/fee-create.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import { taxRateCreate } from "../../../src/application/pricing/taxes/tax-rate-create.js";
import { taxZoneCreate } from "../../../src/application/pricing/taxes/tax-zone-create.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { CartId } from "../../../src/domain/checkout/ids.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { id } from "../../../src/domain/shared/id.js";
import { made } from "../pricing/market-shop.js";
import {
  BERLIN,
  BOWL,
  cartShop,
  changed,
  HIDDEN,
  MUG,
  newCart,
  refused,
  UNPRICED,
  type CartShop,
  type CartsSubject,
} from "./cart-shop.js";

const total = ({ quote }: CartView) => quote.totals.total.toDecimal();
const codes = ({ requirements }: CartView) => requirements.map(({ code }) => code);
const NO_CART = "cart_01h00000000000000000009999";

/** Carts, as every store must keep them and every change must price them. */
export const cartsContract = (name: string, open: () => Promise<CartsSubject>): void => {
  describe(`carts: ${name}`, () => {
    let subject: CartsSubject;
    let shop: CartShop;
    const read = (cartId: string) => shop.checkout.cart({ cartId }, GUEST);
    const reason = (cartId: string) =>
      read(cartId).then(
        () => [],
        (error: unknown) => errorsOf(error).map(({ code }) => code),
      );
    const add = (cartId: string, variantId: string, quantity: number) =>
      shop.checkout.cartLinesAdd({ cartId, lines: [{ variantId, quantity }] }, GUEST);
    const inUnit = <T>(work: Parameters<typeof subject.unitOfWork.run<T>>[0]) =>
      subject.unitOfWork.run(work);

    beforeEach(async () => {
      subject = await open();
      shop = await cartShop(subject);
    });
    afterEach(async () => subject.close?.());

    test("a guest's whole way ends with a cart that is ready, and is read as it was answered", async () => {
      const { checkout, deliveryOptionId } = shop;
      const cartId = await newCart(shop);
      await add(cartId, MUG, 2);
      await add(cartId, BOWL, 1);
      await checkout.cartUpdate({ cartId, email: " jo@example.com ", note: "Ring." }, GUEST);
      const addressed = await checkout.cartUpdate({ cartId, shippingAddress: BERLIN }, GUEST);
      expect(changed(addressed).totalState).toBe("BEFORE_DELIVERY");
      const done = changed(
        await checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST),
      );

      expect([done.status, total(done), done.cart.version]).toEqual(["READY", "44.90", 6]);
      expect(done.totalState).toBe("COMPLETE");
      expect(done.cart.content.buyer.email).toBe("jo@example.com");
      expect(done.lines.map(({ variant }) => variant?.title)).toEqual(["Mug", "Bowl"]);
      expect(await read(cartId)).toMatchObject(
        JSON.parse(JSON.stringify({ cart: { id: cartId } })),
      );
      const again = await read(cartId);
      expect([again.cart, again.quote, again.requirements]).toEqual([
        done.cart,
        done.quote,
        done.requirements,
      ]);
    });

    test("what cannot be bought is refused with its place, and nothing is lost", async () => {
      const { checkout } = shop;
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      const lines = [
        { variantId: "1abc", quantity: 1 },
        { variantId: cartId, quantity: 1 },
      ];

      expect(refused(await checkout.cartLinesAdd({ cartId, lines }, GUEST))).toEqual([
        "VARIANT_NOT_FOUND lines 0 variantId",
        "VARIANT_NOT_FOUND lines 1 variantId",
      ]);
      expect(
        refused(
          await checkout.cartLinesAdd(
            {
              cartId,
              lines: [
                { variantId: UNPRICED, quantity: 1 },
                { variantId: HIDDEN, quantity: 1 },
                { variantId: BOWL, quantity: 1 },
              ],
            },
            GUEST,
          ),
        ),
      ).toEqual(["LINE_WITHOUT_PRICE lines 0 variantId", "VARIANT_NOT_FOUND lines 1 variantId"]);
      expect((await read(cartId)).cart).toMatchObject({
        version: 1,
        content: { lines: [{ variantId: MUG, quantity: 1 }] },
      });
    });

    test("more units than there are can be put into a cart, but are no order", async () => {
      const cartId = await newCart(shop);
      const view = changed(await add(cartId, MUG, 6));

      expect(codes(view)).toContain("INSUFFICIENT_STOCK");
      expect(view.requirements.find(({ code }) => code === "INSUFFICIENT_STOCK")).toMatchObject({
        requested: 6,
        available: 5,
      });
    });

    test("a cart that is unknown, merged or completed says so, and cannot be changed", async () => {
      const [from, into] = [
        await newCart(shop, [{ variantId: MUG, quantity: 2 }]),
        await newCart(shop, [{ variantId: MUG, quantity: 1 }]),
      ];
      const merge = () =>
        inUnit((stores, { attempt }) =>
          mergeCarts(
            { guest: id<CartId>(from), into: id<CartId>(into) },
            { stores, attempt, viewer: GUEST, now: new Date("2026-01-01T12:00:00.000Z") },
            shop.needs,
          ),
        );
      await merge();
      const twice = await merge();
      await inUnit(async ({ carts }) => {
        const { cart } = await carts.get(id<CartId>(into));
        cart.convert(id("order_01h00000000000000000000001"), new Date());
        await carts.save(cart);
      });

      expect(twice.cart.content.lines).toMatchObject([{ variantId: MUG, quantity: 3 }]);
      for (const [cartId, code] of [
        [NO_CART, "CART_NOT_FOUND"],
        ["nonsense", "CART_NOT_FOUND"],
        [MUG, "CART_NOT_FOUND"],
        [from, "CART_MERGED"],
        [into, "CART_COMPLETED"],
      ] as const) {
        expect([cartId, await reason(cartId)]).toEqual([cartId, [code]]);
        expect(refused(await add(cartId, MUG, 1))).toEqual([`${code} cartId`]);
      }
    });

    test("a change of an older version is refused, and one that changes nothing has no version", async () => {
      const { checkout } = shop;
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      await checkout.cartUpdate({ cartId, note: "One" }, GUEST);

      expect(
        refused(await checkout.cartUpdate({ cartId, expectedVersion: 1, note: "Two" }, GUEST)),
      ).toEqual(["STALE_VERSION expectedVersion"]);
      const same = await checkout.cartUpdate({ cartId, expectedVersion: 2, note: "One" }, GUEST);
      expect(changed(same).cart.version).toBe(2);
      expect(same.result?.warnings).toMatchObject([{ code: "NOTHING_CHANGED" }]);
    });

    test("the next answer tells that a price has changed, and the one after it does not", async () => {
      const { checkout, needs } = shop;
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      made(
        await variantPricesSet({ ...needs, currency: "EUR" })(
          { items: [{ variantId: MUG, price: "12.00" }] },
          OPERATOR,
        ),
      );

      expect((await read(cartId)).warnings).toMatchObject([
        { code: "PRICE_CHANGED", path: ["lines", "0"] },
      ]);
      const next = changed(await checkout.cartUpdate({ cartId, note: "One" }, GUEST));
      expect(next.warnings).toMatchObject([{ code: "PRICE_CHANGED" }]);
      expect((await read(cartId)).warnings).toEqual([]);
    });

    test("each change of a fee, a tax, an option or the market counts from the next answer on", async () => {
      const { checkout, needs, deliveryOptionId } = shop;
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      await checkout.cartUpdate({ cartId, shippingAddress: BERLIN }, GUEST);
      const priced = async () =>
        total(
          changed(await checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST)),
        );
      expect(await priced()).toBe("14.90");

      const amounts = [{ currency: "EUR", amount: "1.00", below: "100.00" }];
      made(
        await feeCreate(needs)({ fee: { key: "small", kind: "SMALL_ORDER", amounts } }, OPERATOR),
      );
      expect(await priced()).toBe("15.90");

      const rates = [{ currency: "EUR", price: "5.90" }];
      made(
        await deliveryOptionUpdate(needs)({ id: deliveryOptionId, changes: { rates } }, OPERATOR),
      );
      expect(await priced()).toBe("16.90");

      made(await taxCategoryCreate(needs)({ taxCategory: { key: "standard" } }, OPERATOR));
      const areas = [{ country: "DE" }];
      made(await taxZoneCreate(needs)({ taxZone: { key: "de", areas } }, OPERATOR));
      const rate = { zone: "de", category: "standard", tax: "VAT", percentage: "10" };
      made(await taxRateCreate(needs)({ taxRate: rate }, OPERATOR));
      const taxed = changed(
        await checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST),
      );
      expect([total(taxed), taxed.quote.totals.tax.toDecimal()]).toEqual(["16.90", "0.91"]);
    });

    test("carts that nobody has changed for long are forgotten, and the others are not", async () => {
      const cartId = await newCart(shop);
      const removed = (time: string) =>
        inUnit(({ carts }) => carts.removeUnchangedSince(new Date(time), 10));

      expect(await removed("2026-01-01T12:00:00.000Z")).toBe(0);
      expect(await reason(cartId)).toEqual([]);
      expect(await removed("2026-01-01T12:00:00.001Z")).toBe(1);
      expect(await reason(cartId)).toEqual(["CART_NOT_FOUND"]);
    });
  });
};
