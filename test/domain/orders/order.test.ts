import { describe, expect, test } from "vitest";
import { OrderNotCancellable } from "../../../src/domain/orders/errors.js";
import type { OrderId } from "../../../src/domain/orders/ids.js";
import { Order } from "../../../src/domain/orders/order.js";
import type { OrderDraft } from "../../../src/domain/orders/order-draft.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { freeQuote, orderContent, orderDraft } from "../../builders/an-order.js";

const NAMES = { id: id<OrderId>("order_1"), number: "1234567890", linkHash: "hash" };
const ENDS_AT = new Date("2026-01-01T12:30:00.000Z");
const LATER = new Date("2026-01-01T12:10:00.000Z");

const placed = (change: Partial<OrderDraft> = {}): Order => Order.place(NAMES, orderDraft(change));
const free = (): Order => placed({ content: orderContent({ quote: freeQuote() }) });
const typesOf = (order: Order) => order.pullEvents().map(({ type }) => type);
const kindsOf = (order: Order) => order.pullEntries().map(({ kind, by }) => [kind, by]);

describe("an order", () => {
  test("waits to be paid until its units are no longer held", () => {
    const order = placed();

    expect(order.snapshot()).toMatchObject({
      state: "AWAITING_PAYMENT",
      paymentStatus: "PENDING",
      reservationEndsAt: ENDS_AT,
    });
    expect(typesOf(order)).toEqual(["orders.order-placed"]);
    expect(kindsOf(order)).toEqual([["PLACED", "BUYER"]]);
  });

  test("that costs nothing is confirmed at once", () => {
    const order = free();

    expect(order.snapshot()).toMatchObject({
      state: "CONFIRMED",
      paymentStatus: "PAID",
      reservationEndsAt: null,
      version: 1,
    });
    expect(typesOf(order)).toEqual(["orders.order-placed", "orders.order-confirmed"]);
    expect(kindsOf(order)).toEqual([
      ["PLACED", "BUYER"],
      ["CONFIRMED", "SYSTEM"],
    ]);
  });

  test("is cancelled with a reason and a note while it is not paid", () => {
    const order = placed();
    order.cancel({ reason: "STOCK", note: " None left " }, "STAFF", LATER);

    expect(order.snapshot()).toMatchObject({
      state: "CANCELLED",
      cancelReason: "STOCK",
      version: 2,
      updatedAt: LATER,
    });
    expect(order.pullEntries().at(-1)).toEqual({
      kind: "CANCELLED",
      at: LATER,
      by: "STAFF",
      note: "None left",
      amount: null,
    });
  });

  test.each([
    ["confirmed, by its buyer", free, "BUYER", LATER, "ALREADY_CONFIRMED"],
    ["expired, whether or not a job has noticed it", placed, "STAFF", ENDS_AT, "EXPIRED"],
  ] as const)("cannot be cancelled when it is %s", (_, make, by, now, reason) => {
    const order = make();
    const cancel = () => order.cancel({ reason: "OTHER", note: null }, by, now);

    expect(cancel).toThrow(OrderNotCancellable);
    expect(cancel).toThrow(expect.objectContaining({ reason }));
  });

  test("cannot be cancelled twice", () => {
    const order = placed();
    const cancel = () => order.cancel({ reason: "OTHER", note: null }, "STAFF", LATER);
    cancel();

    expect(cancel).toThrow(expect.objectContaining({ reason: "ALREADY_CANCELLED" }));
  });

  test("expires exactly at the end of its time, and only once", () => {
    const order = placed();
    order.pullEvents();

    expect(order.expire(new Date(ENDS_AT.getTime() - 1))).toBe(false);
    expect(order.expire(ENDS_AT)).toBe(true);
    expect(order.expire(ENDS_AT)).toBe(false);
    expect(order.snapshot()).toMatchObject({ state: "EXPIRED", version: 2 });
    expect(typesOf(order)).toEqual(["orders.order-expired"]);
  });

  test("without an end of its time never expires", () => {
    expect(placed({ reservationEndsAt: null }).expire(new Date("2999-01-01"))).toBe(false);
  });

  test.each([
    ["no lines", { lines: [] }],
    ["lines that the quote does not have", { lines: orderContent().lines.slice(0, 1) }],
    ["a delivery that no group has", { deliveryGroups: [] }],
    ["a fee without a name", { fees: [] }],
  ])("is not placed with %s", (_, change) => {
    expect(() => placed({ content: orderContent(change) })).toThrow(RangeError);
  });

  test("is not placed when its parts do not add up to its total, to the minor unit", () => {
    const { quote, ...content } = orderContent();
    const gross = quote.totals.gross.plus(Money.of(1, "EUR"));
    const wrong = { ...quote, totals: { ...quote.totals, gross } };

    expect(() => placed({ content: { ...content, quote: wrong } })).toThrow(/do not add up/);
  });
});
