import { beforeEach, describe, expect, test } from "vitest";
import type { OrderReads } from "../../../src/application/orders/ports/order-reads.js";
import { readOwnOrder } from "../../../src/application/orders/read-own-order.js";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { orderCart, orderId, orderNumber, placeOrders } from "../../builders/place-orders.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryOrderReads } from "../../fakes/orders/in-memory-order-reads.js";

const EMAIL = "anna.mueller@example.com";

describe("the order of a guest", () => {
  let calls: string[] = [];
  let refusedFor: number | null = null;
  let looked: (readonly [string, string | undefined])[] = [];
  let orderReads: OrderReads;
  const needs = () => ({
    orderReads,
    orderCodes: randomOrderCodes,
    orderLookups: {
      use: (number: string, client: string | undefined) => {
        looked.push([number, client]);
        return refusedFor;
      },
    },
    clock: fixedClock(),
  });
  const byLink = (link: string) => readOwnOrder.byLink(needs())({ link }, GUEST);
  const byEmailAndNumber = (email: string, number: string) =>
    readOwnOrder.byEmailAndNumber(needs())({ email, number, client: "192.0.2.1" }, GUEST);

  beforeEach(async () => {
    [calls, looked, refusedFor] = [[], [], null];
    const database = new InMemoryDatabase();
    await placeOrders(database.unitOfWork(inMemoryStores), [{}]);
    orderReads = new Proxy(inMemoryOrderReads(database), {
      get: (reads, name) => {
        calls.push(String(name));
        return Reflect.get(reads, name) as unknown;
      },
    });
  });

  test("is found by its link, with its content", async () => {
    const order = await byLink(randomOrderCodes.linkOf(orderCart(1)));

    expect(order?.id).toBe(orderId(1));
    expect(order?.content.buyer.email).toBe(EMAIL);
    expect(await byLink(randomOrderCodes.linkOf("another cart"))).toBeNull();
    expect(await byLink(orderId(1))).toBeNull();
  });

  test.each([
    [EMAIL, orderNumber(1)],
    [" Anna.Mueller@EXAMPLE.com ", "1000 000-001"],
  ])("is found by e-mail address and number as people write them: %s, %s", async (...known) => {
    expect((await byEmailAndNumber(...known))?.id).toBe(orderId(1));
  });

  test("an unknown number and another e-mail address get the same answer after the same work", async () => {
    const unknown = [await byEmailAndNumber(EMAIL, "9999999999"), [...calls]];
    calls = [];
    const foreign = [await byEmailAndNumber("eve@example.com", orderNumber(1)), [...calls]];

    expect(unknown).toEqual([null, ["byNumber"]]);
    expect(foreign).toEqual(unknown);
  });

  test("each look-up by number counts, and beyond the limit nothing is read", async () => {
    await byEmailAndNumber(EMAIL, orderNumber(1));
    await byEmailAndNumber(EMAIL, "99");
    [refusedFor, calls] = [60_000, []];

    await expect(byEmailAndNumber(EMAIL, orderNumber(1))).rejects.toMatchObject({
      code: "RATE_LIMITED",
      retryAfterMs: 60_000,
    });
    expect(calls).toEqual([]);
    expect(looked.slice(0, 2)).toEqual([
      [orderNumber(1), "192.0.2.1"],
      ["99", "192.0.2.1"],
    ]);
    expect(await byLink(randomOrderCodes.linkOf(orderCart(1)))).not.toBeNull();
  });
});
