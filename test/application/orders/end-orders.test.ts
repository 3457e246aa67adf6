import { beforeEach, describe, expect, test } from "vitest";
import { reserveStock } from "../../../src/application/inventory/inventory.js";
import { expireOrders } from "../../../src/application/orders/expire-orders.js";
import { orderCancel } from "../../../src/application/orders/order-cancel.js";
import { orderCancelByLink } from "../../../src/application/orders/order-cancel-by-link.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../../../src/application/shared/viewer.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { fillShop } from "../../builders/fill-shop.js";
import { orderCart, orderId, placeOrders } from "../../builders/place-orders.js";
import { aVariant, variantId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { snapshotsOf, timelineOf } from "../../fakes/orders/in-memory-orders.js";

const MUG = variantId(11);
const HELD_MS = 30 * 60_000;

describe("the end of an unpaid order", () => {
  let database = new InMemoryDatabase();
  let clock = movableClock();
  const unitOfWork = () => database.unitOfWork(inMemoryStores);
  const reserved = () =>
    [
      ...database
        .rows<{ readonly variantId: string; readonly locationId: string; reserved: number }>(
          "stock_item",
        )
        .values(),
    ].find((one) => one.variantId === MUG && one.locationId === DEFAULT_LOCATION.id)?.reserved;
  const cancel = (command: Partial<Parameters<ReturnType<typeof orderCancel>>[0]> = {}) =>
    orderCancel({ unitOfWork: unitOfWork(), clock })(
      { id: orderId(1), ...command },
      ADMIN_KEY_HOLDER,
    );
  const cancelAsGuest = (link = randomOrderCodes.linkOf(orderCart(1)), note?: string) =>
    orderCancelByLink({ unitOfWork: unitOfWork(), clock, orderCodes: randomOrderCodes })(
      { link, note },
      GUEST,
    );
  const expire = () => unitOfWork().run((stores) => expireOrders.run(clock.now(), stores));
  const stateOf = (index: number) =>
    snapshotsOf(database).find(({ id }) => id === orderId(index))?.state;

  beforeEach(async () => {
    database = new InMemoryDatabase();
    clock = movableClock();
    await fillShop(unitOfWork(), {
      products: [
        {
          number: 1,
          content: { variants: [aVariant(11, { id: MUG, tracked: true })] },
          pricesAndStock: [{ price: "10.00", onHand: 10 }],
        },
      ],
    });
    await placeOrders(unitOfWork(), [{}, {}]);
    for (const index of [1, 2])
      await unitOfWork().run((stores) =>
        reserveStock(stores, {
          holder: orderId(index),
          lines: [{ variantId: MUG, quantity: 3, tracked: true, soldOutPolicy: "DENY" }],
          destination: { marketId: null },
          expiresAt: new Date(clock.now().getTime() + HELD_MS),
          now: clock.now(),
        }),
      );
  });

  test("a cancelled order gives its units back", async () => {
    expect(reserved()).toBe(6);
    const { result, refusals } = await cancel({ reason: "FRAUD", note: "Stolen card" });

    expect([result, refusals]).toEqual([{ orderId: orderId(1) }, []]);
    expect(reserved()).toBe(3);
    expect(timelineOf(database, orderId(1)).at(-1)).toMatchObject({
      kind: "CANCELLED",
      by: "STAFF",
      note: "Stolen card",
    });
  });

  test("a guest cancels by the link, and a second time changes nothing", async () => {
    const { result } = await cancelAsGuest(undefined, "Too late");
    const entries = timelineOf(database, orderId(1)).length;

    expect(await cancelAsGuest()).toMatchObject({ result, refusals: [] });
    expect(JSON.stringify(result)).not.toContain(randomOrderCodes.linkOf(orderCart(1)));
    expect([stateOf(1), stateOf(2), reserved()]).toEqual(["CANCELLED", "AWAITING_PAYMENT", 3]);
    expect(timelineOf(database, orderId(1))).toHaveLength(entries);
    expect(timelineOf(database, orderId(1)).at(-1)).toMatchObject({
      by: "BUYER",
      note: "Too late",
    });
    expect(database.outbox.filter(({ type }) => type === "orders.order-cancelled")).toHaveLength(1);
  });

  test.each([
    ["an unknown link", "orderlink_none", undefined, 0, "ORDER_NOT_FOUND", ["link"]],
    ["the id of the order", orderId(1), undefined, 0, "ORDER_NOT_FOUND", ["link"]],
    ["an expired order", undefined, undefined, HELD_MS, "ORDER_NOT_CANCELLABLE", ["link"]],
    ["a bad note", undefined, "\u0000", 0, "INVALID_TEXT", ["note"]],
  ])("a guest does not cancel with %s", async (_, link, note, after, code, path) => {
    clock.forward(after);

    expect(await cancelAsGuest(link, note)).toMatchObject({
      result: null,
      refusals: [{ code, path }],
    });
    expect([stateOf(1), reserved()]).toEqual(["AWAITING_PAYMENT", 6]);
  });

  test("an order that is not paid in time expires, and gives its units back", async () => {
    clock.forward(HELD_MS);

    expect([await expire(), await expire(), await expire()]).toEqual(["more", "more", "done"]);
    expect([stateOf(1), stateOf(2), reserved()]).toEqual(["EXPIRED", "EXPIRED", 0]);
    expect(database.outbox.filter(({ type }) => type === "orders.order-expired")).toHaveLength(2);
  });

  test("an order that can still be paid does not expire", async () => {
    clock.forward(HELD_MS - 1);

    expect(await expire()).toBe("done");
    expect([stateOf(1), reserved()]).toEqual(["AWAITING_PAYMENT", 6]);
  });

  test("an order whose time is over cannot be cancelled, although no job has been there", async () => {
    clock.forward(HELD_MS);

    expect((await cancel()).refusals).toMatchObject([
      { code: "ORDER_NOT_CANCELLABLE", facts: { reason: "EXPIRED" } },
    ]);
    expect(reserved()).toBe(6);
  });

  test("what cannot be cancelled, or is not the expected version, stays as it is", async () => {
    expect((await cancel({ id: "order_none" })).refusals).toMatchObject([
      { code: "ORDER_NOT_FOUND", path: ["id"] },
    ]);
    expect((await cancel({ note: "\u0000" })).refusals).toMatchObject([
      { code: "INVALID_TEXT", path: ["note"] },
    ]);
    expect((await cancel({ expectedVersion: 9 })).refusals).toMatchObject([
      { code: "STALE_VERSION" },
    ]);
    await expect(
      orderCancel({ unitOfWork: unitOfWork(), clock })({ id: orderId(1) }, GUEST),
    ).rejects.toThrow("orders:write");
    expect(stateOf(1)).toBe("AWAITING_PAYMENT");
  });
});
