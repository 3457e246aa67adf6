import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { VariantsToBuy } from "../../../src/application/catalog/ports/variants-to-buy.js";
import { checkoutContext, mergeCarts } from "../../../src/application/checkout/checkout.js";
import type { CartView } from "../../../src/application/checkout/carts/cart-view.js";
import { releaseExpiredHolds } from "../../../src/application/inventory/reservations/release-expired-holds.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { heldUntil } from "../../../src/domain/checkout/cart-hold.js";
import type { CartId } from "../../../src/domain/checkout/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { randomFrom } from "../../integration/random-from.js";
import { made } from "../pricing/market-shop.js";
import {
  BERLIN,
  cartShop,
  changed,
  FREE,
  MUG,
  newCart,
  type CartShop,
  type CartsSubject,
} from "./cart-shop.js";

const MINUTE_MS = 60_000;
const MINUTES = 30;
const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));

/** Carts of a market that reserves units when they are put into a cart, in every store. */
export const cartReservationsContract = (name: string, open: () => Promise<CartsSubject>): void => {
  describe(`carts that hold their units: ${name}`, () => {
    let subject: CartsSubject;
    let shop: CartShop;
    let clock = movableClock();
    const run: CartsSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const viewed = (cartId: string) => shop.checkout.cart({ cartId }, GUEST);
    const add = async (cartId: string, quantity: number, variantId: string = MUG) => {
      const lines = [{ variantId, quantity }];
      return changed(await shop.checkout.cartLinesAdd({ cartId, lines }, GUEST));
    };
    const setQuantity = async (cartId: string, quantity: number) => {
      const line = (await viewed(cartId)).cart.content.lines[0];
      const lines = [{ id: line?.id ?? "", quantity }];
      return changed(await shop.checkout.cartLinesUpdate({ cartId, lines }, GUEST));
    };
    const reserveFor = async (cartReservationMinutes: number | null) => {
      const [market] = await run(({ markets }) => markets.all());
      const changes = { cartReservationMinutes };
      made(await marketUpdate(shop.needs)({ id: market?.id ?? "", changes }, OPERATOR));
    };
    /** What another buyer sees of the mugs. */
    const left = async (variantId: VariantId = MUG) => {
      const found = await run(async ({ variantsToBuy, markets }) => {
        const [market] = await markets.all();
        if (!market) throw new Error("There is no market.");
        const buyer = { market, customerGroup: null };
        return variantsToBuy.byId([variantId], {
          buyer,
          at: clock.now(),
          locale: null,
          locations: null,
        });
      });
      return found.get(variantId)?.available;
    };
    const figures = async (variantId: VariantId = MUG) => {
      const found = (await run(({ stockItems }) => stockItems.byVariant([variantId]))).get(
        variantId,
      );
      const { onHand = 0, reserved = 0, claimed = 0 } = found?.snapshot() ?? {};
      return { onHand, reserved, claimed };
    };
    const heldBy = async (holder: string) => {
      const { reservations } = await run((stores) => stores.reservations.lockHeld(holder));
      return reservations.reduce((sum, { quantity }) => sum + quantity, 0);
    };
    const until = ({ cart, moment }: CartView) => heldUntil(cart.content.hold, moment);
    const shortages = ({ requirements }: CartView) =>
      requirements
        .filter(({ code }) => code === "INSUFFICIENT_STOCK")
        .map(({ available }) => available);
    /** A cart with mugs that can be ordered. */
    const ready = async (quantity: number, variantId: string = MUG) => {
      const { checkout, deliveryOptionId } = shop;
      const cartId = await newCart(shop, [{ variantId, quantity }]);
      const said = { cartId, email: "jo@example.com", shippingAddress: BERLIN };
      made(await checkout.cartUpdate(said, GUEST));
      if (variantId === MUG)
        made(await checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId }, GUEST));
      return cartId;
    };
    const submit = async (cartId: string) => {
      const { quote } = await viewed(cartId);
      const { total } = quote.totals;
      const paymentMethod = total.minorUnits > 0 ? "manual" : null;
      const command = { cartId, expectedTotal: total.toDecimal(), paymentMethod };
      return shop.checkout.checkoutSubmit(command, GUEST);
    };

    beforeEach(async () => {
      clock = movableClock();
      subject = await open();
      shop = await cartShop(subject, clock);
      await reserveFor(MINUTES);
    });
    afterEach(async () => subject.close?.());

    test("units in a cart are reserved for it, and others see what is left", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      const view = await viewed(cartId);

      expect([await left(), await heldBy(cartId)]).toEqual([2, 3]);
      expect([view.lines[0]?.available, until(view)]).toEqual([5, at(MINUTES)]);
      expect([await figures(), view.requirements.length]).toEqual([
        { onHand: 5, reserved: 3, claimed: 0 },
        3,
      ]);
    });

    test("each change moves the end of the hold, which is exact although no job has run", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      clock.forward((MINUTES - 1) * MINUTE_MS);
      const same = changed(await shop.checkout.cartUpdate({ cartId }, GUEST));
      const renewed = changed(await shop.checkout.cartUpdate({ cartId, note: "Later" }, GUEST));
      expect([until(same), until(renewed)]).toEqual([at(MINUTES), at(2 * MINUTES - 1)]);

      clock.forward(MINUTES * MINUTE_MS - 1);
      expect(await left()).toBe(2);
      clock.forward(1);
      const view = await viewed(cartId);
      expect([await left(), until(view), view.lines[0]?.available]).toEqual([5, null, 5]);
      await run((stores) => releaseExpiredHolds.run(clock.now(), stores));
      expect((await figures()).reserved).toBe(0);
      expect(
        until(changed(await shop.checkout.cartUpdate({ cartId, note: "Back" }, GUEST))),
      ).toEqual(at(3 * MINUTES - 1));
      expect([await left(), await heldBy(cartId)]).toEqual([2, 3]);
    });

    test("a hold follows the quantity, and ends with the line", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      const held: number[] = [];
      for (const quantity of [1, 4, 4, 5, 2]) {
        await setQuantity(cartId, quantity);
        held.push(await heldBy(cartId));
        expect((await figures()).reserved).toBe(held.at(-1));
      }
      const line = (await viewed(cartId)).cart.content.lines[0]?.id ?? "";
      const empty = changed(
        await shop.checkout.cartLinesRemove({ cartId, lineIds: [line] }, GUEST),
      );

      expect(held).toEqual([1, 4, 4, 5, 2]);
      expect([until(empty), await heldBy(cartId), await left()]).toEqual([null, 0, 5]);
    });

    test("what cannot be held is a requirement with the units that there are for this buyer", async () => {
      await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 1 }]);
      const view = await add(cartId, 3);

      expect([shortages(view), await heldBy(cartId), await left()]).toEqual([[2], 2, 0]);
      expect(shortages(await viewed(cartId))).toEqual([2]);
      expect(shortages(await setQuantity(cartId, 2))).toEqual([]);
      expect((await figures()).reserved).toBe(5);
    });

    test("of carts that want the last units at once, each is told what it has got", async () => {
      await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      const carts = await Promise.all([1, 2, 3, 4].map(() => newCart(shop)));
      const views = await Promise.all(carts.map((cartId) => add(cartId, 1)));
      const held = await Promise.all(carts.map(heldBy));

      expect(held.toSorted()).toEqual([0, 0, 1, 1]);
      expect(views.map((view) => shortages(view))).toEqual(held.map((n) => (n === 1 ? [] : [0])));
      expect(await figures()).toEqual({ onHand: 5, reserved: 5, claimed: 0 });
    });

    test("a buyer who is overtaken between the look and the hold is told what there is", async () => {
      const cartId = await newCart(shop);
      await newCart(shop, [{ variantId: MUG, quantity: 4 }]);
      const unitOfWork: CartsSubject["unitOfWork"] = {
        run: (work, life) =>
          subject.unitOfWork.run((stores, transaction) => {
            const byId: VariantsToBuy["byId"] = async (...asked) =>
              new Map(
                [...(await stores.variantsToBuy.byId(...asked))].map(([key, one]) => [
                  key,
                  { ...one, available: 5 },
                ]),
              );
            const overtaken = Object.create(stores, { variantsToBuy: { value: { byId } } });
            return work(overtaken as typeof stores, transaction);
          }, life),
      };
      const { checkout } = shop;
      shop = { ...shop, checkout: checkoutContext.open({ ...shop.needs, unitOfWork }) };
      const view = await add(cartId, 3);
      shop = { ...shop, checkout };

      expect([shortages(view), view.lines[0]?.available]).toEqual([[1], 1]);
      expect([shortages(await viewed(cartId)), await heldBy(cartId)]).toEqual([[1], 1]);
    });

    test("an order gets the units of its cart, and nobody else gets them in between", async () => {
      const cartId = await ready(5);
      const others = await Promise.all([1, 2, 3].map(() => newCart(shop)));
      const [placed, ...views] = await Promise.all([
        submit(cartId),
        ...others.map((other) => add(other, 1)),
      ]);
      const { orderId } = made(placed);
      clock.forward(24 * 60 * MINUTE_MS);

      expect(views.map((view) => shortages(view))).toEqual([[0], [0], [0]]);
      expect([await heldBy(orderId), await heldBy(cartId), await left()]).toEqual([5, 0, 0]);
      expect(await figures()).toEqual({ onHand: 5, reserved: 5, claimed: 0 });
    });

    test("a hold that has expired becomes an order as long as nobody else got the units", async () => {
      const cartId = await ready(2);
      clock.forward(MINUTES * MINUTE_MS);
      const { orderId } = made(await submit(cartId));
      const late = await ready(4);

      expect([await heldBy(orderId), await heldBy(late)]).toEqual([2, 3]);
      expect((await submit(late)).refusals).toMatchObject([
        { code: "INSUFFICIENT_STOCK", facts: { requested: 4, available: 3 } },
      ]);
      expect(await figures()).toEqual({ onHand: 5, reserved: 5, claimed: 0 });
    });

    test("a hold that has expired is sold to others, and the order of its cart is refused", async () => {
      const cartId = await ready(4);
      clock.forward(MINUTES * MINUTE_MS);
      await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      const outcome = await submit(cartId);

      expect(outcome.refusals).toMatchObject([
        { code: "INSUFFICIENT_STOCK", facts: { requested: 4, available: 2 } },
      ]);
      expect(
        shortages(changed(await shop.checkout.cartUpdate({ cartId, note: "?" }, GUEST))),
      ).toEqual([2]);
      expect(await figures()).toEqual({ onHand: 5, reserved: 5, claimed: 0 });
    });

    test("units of an order that costs nothing are claimed from the hold of its cart", async () => {
      const cartId = await ready(2, FREE);
      made(await submit(cartId));

      expect(await figures(FREE)).toEqual({ onHand: 2, reserved: 0, claimed: 2 });
    });

    test("carts that are merged have their units together, and the guest's has none", async () => {
      const [guest, into] = [
        await newCart(shop, [{ variantId: MUG, quantity: 3 }]),
        await newCart(shop, [{ variantId: MUG, quantity: 1 }]),
      ];
      await run((stores, { attempt }) =>
        mergeCarts(
          { guest: id<CartId>(guest), into: id<CartId>(into) },
          { stores, attempt, viewer: GUEST, now: clock.now() },
          shop.needs,
        ),
      );

      expect([await heldBy(guest), await heldBy(into), await left()]).toEqual([0, 4, 1]);
    });

    test("a cart gives its units back when its market no longer reserves them", async () => {
      const cartId = await newCart(shop, [{ variantId: MUG, quantity: 3 }]);
      await reserveFor(null);
      expect(await left()).toBe(2);
      const view = changed(await shop.checkout.cartUpdate({ cartId, note: "One" }, GUEST));

      expect([until(view), view.lines[0]?.available, await left()]).toEqual([null, 5, 5]);
    });

    test("holds are the reserved units after any changes of carts at once", async () => {
      const random = randomFrom(20_261_201);
      const carts = await Promise.all([1, 2, 3, 4].map(() => newCart(shop)));
      for (let round = 1; round <= 6; round += 1) {
        await Promise.all(
          carts.map(async (cartId) => {
            const { length } = (await viewed(cartId)).cart.content.lines;
            const quantity = 1 + Math.floor(random() * 3);
            return length > 0 ? setQuantity(cartId, quantity) : add(cartId, quantity);
          }),
        );
        const held = await Promise.all(carts.map(heldBy));
        const { reserved } = await figures();
        expect(held.reduce((sum, one) => sum + one, 0)).toBe(reserved);
        expect(reserved).toBeLessThanOrEqual(5);
        for (const [index, cartId] of carts.entries()) {
          const view = await viewed(cartId);
          // A change that changes nothing leaves a hold that has expired to whoever wants the units.
          if (until(view)) expect(view.cart.content.hold?.units[MUG]).toBe(held[index]);
        }
        clock.forward(10 * MINUTE_MS * Math.floor(random() * 4));
      }
    });
  });
};
