import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CartChanged } from "../../../src/application/checkout/carts/cart-changed.js";
import type { CartView } from "../../../src/application/checkout/carts/cart-view.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { randomFrom } from "../../integration/random-from.js";
import {
  BERLIN,
  BOWL,
  cartShop,
  changed,
  MUG,
  newCart,
  type CartShop,
  type CartsSubject,
} from "./cart-shop.js";

/** More of them by hand: PLINTH_TEST_ROUNDS=200. */
const ROUNDS = Number(process.env["PLINTH_TEST_ROUNDS"] ?? 2);
const AT_ONCE = 100;

/** What a cart says, as a model keeps it. */
interface Model {
  readonly lines: Map<string, number>;
  note: string | null;
  email: string | null;
  city: string | null;
}

interface Step {
  readonly send: (cartId: string) => Promise<Outcome<CartChanged>>;
  readonly apply: (model: Model) => void;
}

/** Changes of one cart that are sent at the same time. */
export const parallelCartsContract = (name: string, open: () => Promise<CartsSubject>): void => {
  describe(`carts that are changed at once: ${name}`, () => {
    let subject: CartsSubject;
    let shop: CartShop;

    beforeEach(async () => {
      subject = await open();
      shop = await cartShop(subject);
    });
    afterEach(async () => subject.close?.());

    test("ten adds at once keep every unit that was acknowledged", async () => {
      const cartId = await newCart(shop);
      const lines = [{ variantId: BOWL, quantity: 1 }];
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => shop.checkout.cartLinesAdd({ cartId, lines }, GUEST)),
      );

      const acknowledged = outcomes.filter(({ result }) => result !== null).length;
      const { cart } = await shop.checkout.cart({ cartId }, GUEST);
      expect(acknowledged).toBe(10);
      expect(cart.content.lines).toMatchObject([{ quantity: acknowledged }]);
      expect(cart.version).toBe(1 + acknowledged);
    });

    /** Steps that always change something, so that each has a version of its own. */
    const stepsOf = (random: () => number): readonly Step[] => {
      const { checkout } = shop;
      return Array.from({ length: AT_ONCE }, (_, index): Step => {
        const kind = Math.floor(random() * 4);
        const text = `${index}`;
        if (kind === 0) {
          const note = `Note ${text}`;
          return {
            send: (cartId) => checkout.cartUpdate({ cartId, note }, GUEST),
            apply: (model) => void (model.note = note),
          };
        }
        if (kind === 1) {
          const city = `City ${text}`;
          return {
            send: (cartId) =>
              checkout.cartUpdate({ cartId, shippingAddress: { ...BERLIN, city } }, GUEST),
            apply: (model) => void (model.city = city),
          };
        }
        if (kind === 2) {
          const email = `jo${text}@example.com`;
          return {
            send: (cartId) => checkout.cartUpdate({ cartId, email }, GUEST),
            apply: (model) => void (model.email = email),
          };
        }
        const variantId = random() < 0.5 ? MUG : BOWL;
        const quantity = 1 + Math.floor(random() * 3);
        return {
          send: (cartId) =>
            checkout.cartLinesAdd({ cartId, lines: [{ variantId, quantity }] }, GUEST),
          apply: ({ lines }) => {
            lines.set(variantId, (lines.get(variantId) ?? 0) + quantity);
          },
        };
      });
    };

    const inModel = ({ lines, note, email, city }: Model) => ({
      lines: [...lines],
      note,
      email,
      city,
    });
    const inCart = ({ cart: { content } }: CartView) => ({
      lines: content.lines.map(({ variantId, quantity }) => [variantId, quantity]),
      note: content.note,
      email: content.buyer.email,
      city: content.shippingAddress?.city ?? null,
    });

    test(`${AT_ONCE} changes at once are those of the versions that were answered, one after the other`, async () => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        const cartId = await newCart(shop);
        const steps = stepsOf(randomFrom(round));
        const answers = await Promise.all(
          steps.map(async (step) => ({ step, view: changed(await step.send(cartId)) })),
        );
        const inOrder = answers.toSorted((a, b) => a.view.cart.version - b.view.cart.version);

        expect(inOrder.map(({ view }) => view.cart.version)).toEqual(
          Array.from({ length: AT_ONCE }, (_, index) => index + 2),
        );
        const model: Model = { lines: new Map(), note: null, email: null, city: null };
        for (const { step, view } of inOrder) {
          step.apply(model);
          expect(inCart(view)).toEqual(inModel(model));
        }
        expect(inCart(await shop.checkout.cart({ cartId }, GUEST))).toEqual(inModel(model));
      }
    }, 600_000);
  });
};
