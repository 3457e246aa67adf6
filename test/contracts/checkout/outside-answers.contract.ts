import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OutsideServices } from "../../../src/application/checkout/ports/outside-services.js";
import { checkoutContext } from "../../../src/application/checkout/checkout.js";
import { deliveryOptionCreate } from "../../../src/application/delivery/options/delivery-option-create.js";
import type { OutsideFallback } from "../../../src/domain/pricing/markets/market-checkout-terms.js";
import type { CartId } from "../../../src/domain/checkout/ids.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import { outsideCalls } from "../../builders/outside-calls.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { inMemoryCarrierRates } from "../../fakes/delivery/in-memory-carrier-rates.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { inMemoryTaxProvider } from "../../fakes/pricing/in-memory-tax-provider.js";
import { made } from "../pricing/market-shop.js";
import {
  BERLIN,
  BOWL,
  cartShop,
  changed,
  newCart,
  refused,
  type CartShop,
  type CartsSubject,
} from "./cart-shop.js";

const TIMES = {
  deadlineMs: 20,
  freshMs: 60_000,
  fallbackMs: 10_000,
};

/** What becomes of what carriers and tax providers answer about carts, on every store. */
export const outsideAnswersContract = (name: string, open: () => Promise<CartsSubject>): void => {
  describe(`carts that services outside are asked about: ${name}`, () => {
    let subject: CartsSubject;
    let clock = movableClock();
    let provider = inMemoryTaxProvider();
    let carrier = inMemoryCarrierRates(700);
    let express: string;
    /** Runs once, after the services were asked and before the unit of work. */
    let meanwhile: (() => Promise<unknown>) | null;

    /** A shop whose services are the fakes. */
    let shop: CartShop;
    const opened = (services: Partial<OutsideServices> = {}): void => {
      const outside: OutsideServices = {
        taxProvider: provider,
        carrierRates: carrier,
        calls: outsideCalls({ outsideFailures: 99 }),
        times: TIMES,
        log: collectedLog(),
        ...services,
      };
      const unitOfWork: UnitOfWork<never> = {
        run: async (work, life) => {
          const first = meanwhile;
          meanwhile = null;
          await first?.();
          return shop.needs.unitOfWork.run(work as never, life);
        },
      };
      const checkout = checkoutContext.open({ ...shop.needs, unitOfWork, outside });
      shop = { ...shop, checkout };
    };

    beforeEach(async () => {
      [clock, provider] = [movableClock(), inMemoryTaxProvider()];
      [carrier, meanwhile] = [inMemoryCarrierRates(700), null];
      subject = await open();
      shop = await cartShop(subject, clock);
      made(await taxCategoryCreate(shop.needs)({ taxCategory: STANDARD }, OPERATOR));
      const option = { key: "express", kind: "CARRIER", taxCategory: "standard" } as const;
      express = made(
        await deliveryOptionCreate(shop.needs)(
          {
            option: {
              ...option,
              carrier: { carrier: "dhl", service: "express" },
              rates: [{ currency: "EUR", price: "9.00" }],
            },
          },
          OPERATOR,
        ),
      ).deliveryOptionId;
      opened();
    });
    afterEach(async () => subject.close?.());

    /** A cart with a bowl (20.00) for Berlin, sent by the carrier. */
    const ready = async (): Promise<CartId> => {
      const { checkout } = shop;
      const cartId = await newCart(shop, [{ variantId: BOWL, quantity: 1 }]);
      const said = { cartId, email: "jo@example.com", shippingAddress: BERLIN };
      made(await checkout.cartUpdate(said, GUEST));
      made(await checkout.cartDeliveryOptionSelect({ cartId, deliveryOptionId: express }, GUEST));
      return cartId;
    };
    const viewed = (cartId: string) => shop.checkout.cart({ cartId }, GUEST);
    const totalOf = async (cartId: string) => (await viewed(cartId)).quote.totals.total.toDecimal();
    const warned = async (cartId: string) =>
      (await viewed(cartId)).warnings.map(({ code }) => code);
    const submit = (cartId: string, expectedTotal: string) =>
      shop.checkout.checkoutSubmit({ cartId, paymentMethod: "manual", expectedTotal }, GUEST);
    const contentOf = (cartId: CartId) =>
      shop.needs.unitOfWork.run(async ({ orders }) => {
        const order = await orders.ofCart(cartId);
        return order?.snapshot().content;
      });
    const hanging = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) =>
        signal.addEventListener("abort", () => reject(new Error("aborted"))),
      );

    test("the carrier's price and the provider's taxes are those of the cart and of its order", async () => {
      const cartId = await ready();
      const view = await viewed(cartId);
      const total = view.quote.totals.total.toDecimal();
      const offer = view.deliveryGroups[0]?.offers.find(({ option }) => option.id === express);
      made(await submit(cartId, total));

      expect([offer?.price?.toDecimal(), offer?.source]).toEqual(["7.00", "CARRIER"]);
      expect(view.quote.taxSource).toBe("PROVIDER");
      expect(view.quote.taxes.map(({ tax, amount }) => [tax, amount.toDecimal()])).toEqual([
        ["Tenth", "2.70"],
      ]);
      expect(view.requirements).toEqual([]);
      const content = await contentOf(cartId);
      expect(content?.quote.taxes.map(({ amount }) => amount.toDecimal())).toEqual(["2.70"]);
      expect(content?.quote.totals.total.toDecimal()).toBe(total);
      expect(
        content?.outsideAnswers.map(({ kind, source, service }) => [kind, source, service]),
      ).toEqual([
        ["DELIVERY", "SERVICE", "dhl"],
        ["TAX", "SERVICE", "Tenth"],
      ]);
    });

    test("an answer is used while the cart stays what it was, and a query asks nobody", async () => {
      const cartId = await ready();
      const before = [carrier.questions.length, provider.questions.length];
      await viewed(cartId);
      made(await shop.checkout.cartUpdate({ cartId, note: "Ring twice" }, GUEST));
      made(await submit(cartId, await totalOf(cartId)));

      expect([carrier.questions.length, provider.questions.length]).toEqual(before);
    });

    test("what has expired is asked for again before the order is placed", async () => {
      const cartId = await ready();
      const seen = await totalOf(cartId);
      carrier.answer = async () => 800;
      clock.forward(TIMES.freshMs);
      const shown = await totalOf(cartId);
      const outcome = await submit(cartId, seen);
      const later = await shop.checkout.cartUpdate({ cartId, note: "Late" }, GUEST);

      expect(shown).toBe(seen);
      expect(refused(outcome)).toEqual(["PRICE_CHANGED expectedTotal"]);
      expect(changed(later).deliveryGroups[0]?.quoted?.gross.minorUnits).toBeGreaterThan(700);
      expect(made(await submit(cartId, await totalOf(cartId))).cartId).toBe(cartId);
    });

    test("an order is refused when somebody changed the cart after the services were asked", async () => {
      const cartId = await ready();
      const { cart, quote } = await viewed(cartId);
      const total = quote.totals.total.toDecimal();
      const line = cart.content.lines[0];
      meanwhile = async () => {
        const other = checkoutContext.open(shop.needs);
        const lines = [{ id: line?.id ?? "", quantity: 2 }];
        made(await other.cartLinesUpdate({ cartId, lines }, GUEST));
      };
      const outcome = await submit(cartId, total);
      const now = changed(await shop.checkout.cartUpdate({ cartId, note: "Two" }, GUEST));

      expect(outcome.refusals.map(({ code }) => code)).toContain("QUOTE_EXPIRED");
      expect(await contentOf(cartId)).toBeUndefined();
      expect(now.requirements).toEqual([]);
      expect(made(await submit(cartId, now.quote.totals.total.toDecimal())).cartId).toBe(cartId);
    });

    test("an order is refused when the answers expire before it is placed", async () => {
      const cartId = await ready();
      const total = await totalOf(cartId);
      meanwhile = async () => clock.forward(TIMES.freshMs);
      const outcome = await submit(cartId, total);

      expect(outcome.refusals.map(({ code }) => code)).toContain("QUOTE_EXPIRED");
      expect(made(await submit(cartId, total)).cartId).toBe(cartId);
    });

    test("a change after which the answers are about another cart is kept, and says so", async () => {
      const cartId = await ready();
      const line = (await viewed(cartId)).cart.content.lines[0];
      meanwhile = async () => {
        const other = checkoutContext.open(shop.needs);
        const lines = [{ id: line?.id ?? "", quantity: 3 }];
        made(await other.cartLinesUpdate({ cartId, lines }, GUEST));
      };
      const view = changed(await shop.checkout.cartUpdate({ cartId, note: "Three" }, GUEST));

      expect(view.cart.content.lines[0]?.quantity).toBe(3);
      expect(view.quote.taxSource).toBe("FALLBACK");
      expect(view.requirements.map(({ code }) => code)).toEqual(["QUOTE_EXPIRED"]);
    });

    test("a carrier that does not answer is replaced by the price of the option, labelled", async () => {
      carrier.answer = hanging;
      const cartId = await ready();
      const view = await viewed(cartId);
      const offer = view.deliveryGroups[0]?.offers.find(({ option }) => option.id === express);

      expect([offer?.price?.toDecimal(), offer?.source]).toEqual(["9.00", "FALLBACK"]);
      expect(await warned(cartId)).toEqual(["DELIVERY_ESTIMATED"]);
      expect(made(await submit(cartId, await totalOf(cartId))).cartId).toBe(cartId);
      expect((await contentOf(cartId))?.outsideAnswers.map(({ source }) => source)).toEqual([
        "FALLBACK",
        "SERVICE",
      ]);
    });

    test.each([
      ["hangs", (_: unknown, signal: AbortSignal) => hanging(signal)],
      ["fails", () => Promise.reject(new Error("503"))],
      ["answers nonsense", async () => [[{ tax: "VAT", amount: -1 }]] as never],
    ])(
      "a tax provider that %s is replaced by the rates of the shop, labelled",
      async (_, answer) => {
        provider.answer = answer;
        const cartId = await ready();

        expect((await viewed(cartId)).quote.taxSource).toBe("FALLBACK");
        expect(await warned(cartId)).toEqual(["TAXES_ESTIMATED"]);
        expect(made(await submit(cartId, await totalOf(cartId))).cartId).toBe(cartId);
        expect((await contentOf(cartId))?.quote.taxSource).toBe("FALLBACK");
      },
    );

    test("a market that refuses the fallback places no order on an estimate, until it allows it", async () => {
      const { market } = await viewed(await ready());
      const set = async (outsideFallback: OutsideFallback) =>
        made(
          await marketUpdate(shop.needs)({ id: market.id, changes: { outsideFallback } }, OPERATOR),
        );
      await set("REFUSED");
      provider.answer = () => Promise.reject(new Error("503"));
      const cartId = await ready();
      const total = await totalOf(cartId);
      const outcome = await submit(cartId, total);

      expect(outcome.refusals.map(({ code }) => code)).toEqual(["OUTSIDE_SERVICE_UNAVAILABLE"]);
      expect((await viewed(cartId)).requirements.map(({ code }) => code)).toEqual([
        "OUTSIDE_SERVICE_UNAVAILABLE",
      ]);
      await set("ALLOWED");
      expect(made(await submit(cartId, total)).cartId).toBe(cartId);
    });

    test("what a carrier does not deliver is not offered", async () => {
      carrier.answer = async () => null;
      const cartId = await newCart(shop, [{ variantId: BOWL, quantity: 1 }]);
      const view = changed(
        await shop.checkout.cartUpdate({ cartId, shippingAddress: BERLIN }, GUEST),
      );

      expect(view.deliveryGroups[0]?.offers.map(({ option }) => option.key)).toEqual(["parcel"]);
    });
  });
};

const STANDARD = { key: "standard", name: "Standard" };
