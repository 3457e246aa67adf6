import { describe, expect, test } from "vitest";
import { checkedAttributes } from "../../../src/domain/checkout/attributes.js";
import { Cart } from "../../../src/domain/checkout/cart.js";
import { CART_LIMITS } from "../../../src/domain/checkout/cart-limits.js";
import type { CartId, CartLineId } from "../../../src/domain/checkout/ids.js";
import type { MarketId } from "../../../src/domain/pricing/ids.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { id } from "../../../src/domain/shared/id.js";
import { variantId } from "../../builders/product-content.js";

const NOW = new Date("2026-03-01T12:00:00.000Z");
const [MUG, BOWL] = [variantId(10), variantId(20)];

const lineIds = () => {
  let last = 0;
  return () => id<CartLineId>(`line ${++last}`);
};
const nextId = lineIds();
const opened = (name = "cart 1") =>
  Cart.create(id<CartId>(name), { market: id<MarketId>("market"), salesChannel: "WEB" }, NOW);
const stored = (cart: Cart) => Cart.restore(cart.snapshot());
const units = (variantIdOf: typeof MUG, quantity: number, attributes = {}) => ({
  variantId: variantIdOf,
  quantity,
  attributes,
});
const add = (cart: Cart, ...lines: readonly ReturnType<typeof units>[]) =>
  cart.addLines(lines, nextId, NOW);
const content = (cart: Cart) => cart.lines.map(({ variantId: v, quantity }) => [v, quantity]);
const codesOf = (change: () => void): readonly string[] => {
  try {
    change();
    return [];
  } catch (error) {
    return errorsOf(error).map(({ code, path }) => [code, ...path].join(" "));
  }
};

describe("a cart", () => {
  test("has one line for a variant, however often it is added", () => {
    const cart = opened();
    add(cart, units(MUG, 2), units(BOWL, 1), units(MUG, 3));
    add(cart, units(MUG, 1));

    expect(content(cart)).toEqual([
      [MUG, 6],
      [BOWL, 1],
    ]);
  });

  test("keeps lines with other attributes apart, whatever the order of the attributes", () => {
    const cart = opened();
    const [text, back] = [
      { key: "text", value: "Jo" },
      { key: "back", value: "1" },
    ];
    add(
      cart,
      units(MUG, 1),
      units(MUG, 1, checkedAttributes([text, back])),
      units(MUG, 1, checkedAttributes([back, text])),
      units(MUG, 1, checkedAttributes([text])),
    );

    expect(cart.lines.map(({ quantity }) => quantity)).toEqual([1, 2, 1]);
  });

  test("has one version for each unit of work that changes it", () => {
    const cart = opened();
    add(cart, units(MUG, 1));
    cart.update({ note: "Ring twice." }, NOW);
    const again = stored(cart);
    again.update({ note: "Ring twice." }, NOW);

    expect([cart.storedVersion, cart.version]).toEqual([0, 1]);
    expect([again.storedVersion, again.version]).toEqual([1, 1]);
    add(again, units(BOWL, 1));
    expect(again.version).toBe(2);
  });

  test.each([0, -1, 1.5, 1_000_001, 1e9, Number.NaN])("refuses the quantity %d", (quantity) => {
    const cart = opened();
    add(cart, units(MUG, 1));
    const [line] = cart.lines;

    expect(codesOf(() => add(cart, units(BOWL, quantity)))).toEqual([
      "INVALID_QUANTITY lines 0 quantity",
    ]);
    expect(codesOf(() => cart.updateLines([{ id: line?.id ?? "", quantity }], NOW))).toEqual([
      "INVALID_QUANTITY lines 0 quantity",
    ]);
    expect(content(cart)).toEqual([[MUG, 1]]);
  });

  test("refuses units that together are more than a line may have", () => {
    const cart = opened();
    add(cart, units(MUG, CART_LIMITS.quantity));

    expect(codesOf(() => add(cart, units(BOWL, 1), units(MUG, 1)))).toEqual([
      "INVALID_QUANTITY lines 1 quantity",
    ]);
  });

  test("has at most 500 lines", () => {
    const cart = opened();
    add(cart, ...Array.from({ length: CART_LIMITS.lines }, (_, n) => units(variantId(n + 100), 1)));

    expect(codesOf(() => add(cart, units(MUG, 1)))).toEqual(["TOO_MANY lines"]);
    add(cart, units(variantId(100), 1));
    expect(cart.lines).toHaveLength(CART_LIMITS.lines);
  });

  test("bounds its attributes together", () => {
    const cart = opened();
    const long = checkedAttributes(
      Array.from({ length: 20 }, (_, n) => ({ key: `k${n}`, value: "x".repeat(500) })),
    );
    for (let n = 0; n < 4; n += 1) add(cart, units(variantId(n + 100), 1, long));

    expect(codesOf(() => add(cart, units(MUG, 1, long)))).toEqual(["CART_TOO_LARGE lines"]);
  });

  test("refuses keys of attributes that programs could mistake", () => {
    expect(codesOf(() => void checkedAttributes([{ key: "__proto__", value: "1" }]))).toEqual([
      "INVALID_ATTRIBUTE 0 key",
    ]);
    expect(
      codesOf(
        () =>
          void checkedAttributes([
            { key: "a", value: "1" },
            { key: "a", value: "2" },
            { key: "constructor", value: "2" },
          ]),
      ),
    ).toEqual(["INVALID_ATTRIBUTE 1 key", "INVALID_ATTRIBUTE 2 key"]);
  });

  test("names each line that it does not have", () => {
    const cart = opened();
    add(cart, units(MUG, 1));

    expect(codesOf(() => cart.removeLines(["x", "y"], NOW))).toEqual([
      "CART_LINE_NOT_FOUND lineIds 0",
      "CART_LINE_NOT_FOUND lineIds 1",
    ]);
    expect(codesOf(() => cart.updateLines([{ id: "x", quantity: 1 }], NOW))).toEqual([
      "CART_LINE_NOT_FOUND lines 0 id",
    ]);
  });
});

describe("a merge", () => {
  const guest = () => {
    const cart = opened("guest");
    add(cart, units(MUG, 2));
    cart.update({ buyer: { email: "guest@example.com" }, note: "From the guest." }, NOW);
    return cart;
  };

  test("that is sent twice adds the units once, and the guest's cart says where they are", () => {
    const [from, into] = [guest(), opened("customer")];
    add(into, units(MUG, 1));
    into.merge(from, nextId, NOW);
    const [again, merged] = [stored(from), stored(into)];
    merged.merge(again, nextId, NOW);

    expect(content(merged)).toEqual([[MUG, 3]]);
    expect([merged.version, again.version]).toEqual([1, 1]);
    expect(codesOf(() => again.ensureOpen())).toEqual(["CART_MERGED cartId"]);
    expect(again.snapshot().mergedInto).toBe("customer");
  });

  test("keeps what the customer has said, and adds what only the guest has said", () => {
    const [from, into] = [guest(), opened("customer")];
    into.update({ buyer: { email: "customer@example.com" } }, NOW);
    into.merge(from, nextId, NOW);

    expect(into.snapshot().content).toMatchObject({
      buyer: { email: "customer@example.com" },
      note: "From the guest.",
    });
  });

  test("of a cart from which an order was placed is refused", () => {
    const [from, into] = [guest(), opened("customer")];
    from.convert(id("order_1"), NOW);

    expect(codesOf(() => into.merge(from, nextId, NOW))).toEqual(["CART_COMPLETED cartId"]);
    expect(content(into)).toEqual([]);
  });
});

test("no second order is placed from a cart", () => {
  const cart = opened();
  cart.convert(id("order_1"), NOW);

  expect(codesOf(() => cart.convert(id("order_2"), NOW))).toEqual(["CART_COMPLETED cartId"]);
  expect(cart.snapshot()).toMatchObject({ state: "CONVERTED", orderId: "order_1" });
});
