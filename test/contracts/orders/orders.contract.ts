import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { placeOrder } from "../../../src/application/orders/orders.js";
import type { OrderCodes } from "../../../src/application/orders/ports/order-codes.js";
import type { OrderStores } from "../../../src/application/orders/ports/order-stores.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OrderNotFound } from "../../../src/domain/orders/errors.js";
import type { OrderId } from "../../../src/domain/orders/ids.js";
import type { OrderDraft } from "../../../src/domain/orders/order-draft.js";
import { Order, type OrderSnapshot } from "../../../src/domain/orders/order.js";
import { id } from "../../../src/domain/shared/id.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { freeQuote, orderContent, orderDraft } from "../../builders/an-order.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { meeting } from "../shared/meeting.js";

export interface OrdersSubject {
  readonly unitOfWork: UnitOfWork<OrderStores>;
  /** The types of the stored events, oldest first. */
  readonly eventTypes: () => Promise<readonly string[]>;
  close?(): Promise<void>;
}

const ENDS_AT = new Date("2026-01-01T12:30:00.000Z");
const before = (time: Date): Date => new Date(time.getTime() - 1);

/** Orders, as every store must keep them. */
export const ordersContract = (name: string, open: () => Promise<OrdersSubject>): void => {
  describe(`orders: ${name}`, () => {
    let subject: OrdersSubject;
    const ids = numberedIds(700_000);
    const place = (change: Partial<OrderDraft> = {}, codes: OrderCodes = randomOrderCodes) =>
      subject.unitOfWork.run((stores) =>
        placeOrder(stores, orderDraft(change), { ids, orderCodes: codes }),
      );
    const stored = (order: Order): Promise<OrderSnapshot> =>
      subject.unitOfWork.run(async ({ orders }) => (await orders.get(order.id)).snapshot());

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => subject.close?.());

    test("every field of an order is stored and read as it was decided", async () => {
      const { order, isNew } = await place();

      expect(isNew).toBe(true);
      expect(await stored(order)).toEqual(order.snapshot());
      expect(order.snapshot()).toMatchObject({
        content: orderDraft().content,
        state: "AWAITING_PAYMENT",
        paymentStatus: "PENDING",
        fulfilmentStatus: "UNFULFILLED",
        reservationEndsAt: ENDS_AT,
        version: 1,
      });
    });

    test("what may be missing in an order is read as missing", async () => {
      const quote = freeQuote();
      const content = orderContent({
        quote,
        billingAddress: null,
        deliveryGroups: [{ id: "1", lines: ["1"], address: null, option: null }],
        buyer: {
          email: "a@b.de",
          phone: null,
          customerGroup: null,
          vatId: null,
          exemption: null,
        },
        note: null,
        attributes: {},
        outsideAnswers: [],
      });
      const { order } = await place({ content, paymentMethod: null, reservationEndsAt: null });

      expect(await stored(order)).toEqual(order.snapshot());
    });

    test("the events of an order are stored with it, and none when it is rolled back", async () => {
      await place({ content: orderContent({ quote: freeQuote() }) });
      await subject.unitOfWork
        .run(async (stores) => {
          const needs = { ids, orderCodes: randomOrderCodes };
          await placeOrder(stores, orderDraft({ cartId: "cart_other" }), needs);
          throw new Error("rolled back");
        })
        .catch(() => undefined);

      expect(await subject.eventTypes()).toEqual(["orders.order-placed", "orders.order-confirmed"]);
      expect(await subject.unitOfWork.run(({ orders }) => orders.ofCart("cart_other"))).toBeNull();
    });

    test("a second draft of a cart gets the first order", async () => {
      const first = await place();
      const second = await place({ paymentMethod: "another" });

      expect(second.isNew).toBe(false);
      expect(second.order.snapshot()).toEqual(first.order.snapshot());
      expect(await subject.eventTypes()).toEqual(["orders.order-placed"]);
    });

    test("of two drafts of a cart at once one becomes the order, and both get it", async () => {
      const meet = meeting(2);
      const placeTogether = () =>
        subject.unitOfWork.run(async (stores) => {
          await meet();
          return placeOrder(stores, orderDraft(), { ids, orderCodes: randomOrderCodes });
        });
      const placed = await Promise.all([placeTogether(), placeTogether()]);

      expect(placed.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
      expect(placed[0].order.id).toBe(placed[1].order.id);
      expect(await subject.eventTypes()).toEqual(["orders.order-placed"]);
    });

    test("a number that is taken is drawn again", async () => {
      const drawn = ["1000000001", "1000000001", "1000000002"];
      const orderCodes = { ...randomOrderCodes, number: () => drawn.shift() ?? "" };
      await place({}, orderCodes);
      const { order, isNew } = await place({ cartId: "cart_second" }, orderCodes);

      expect([order.snapshot().number, isNew]).toEqual(["1000000002", true]);
      expect((await stored(order)).number).toBe("1000000002");
    });

    test("an order is found by its link only", async () => {
      const { order } = await place();
      const { linkOf, hashOf } = randomOrderCodes;
      const find = (cartId: string) =>
        subject.unitOfWork.run(({ orders }) => orders.ofLink(hashOf(linkOf(cartId))));

      expect((await find(order.snapshot().cartId))?.id).toBe(order.id);
      expect(await find("cart_other")).toBeNull();
      await expect(
        subject.unitOfWork.run(({ orders }) => orders.get(id<OrderId>("order_missing"))),
      ).rejects.toThrow(OrderNotFound);
    });

    test("a cancelled order keeps its content and its new state", async () => {
      const { order } = await place();
      await subject.unitOfWork.run(async ({ orders }) => {
        const locked = await orders.get(order.id);
        locked.cancel({ reason: "STOCK", note: "None left" }, "STAFF", before(ENDS_AT));
        await orders.save(locked);
      });

      expect(await stored(order)).toEqual({
        ...order.snapshot(),
        state: "CANCELLED",
        cancelReason: "STOCK",
        reservationEndsAt: null,
        version: 2,
        updatedAt: before(ENDS_AT),
      });
      expect(await subject.eventTypes()).toEqual(["orders.order-placed", "orders.order-cancelled"]);
    });

    test("a change of an order that has changed since is refused", async () => {
      const { order } = await place();
      const cancel = (stale: OrderSnapshot) =>
        subject.unitOfWork.run(async ({ orders }) => {
          const restored = Order.restore(stale);
          restored.cancel({ reason: "OTHER", note: null }, "STAFF", before(ENDS_AT));
          await orders.save(restored);
        });
      const snapshot = await stored(order);
      await cancel(snapshot);

      await expect(cancel(snapshot)).rejects.toThrow(StaleVersion);
    });

    test("the unpaid orders whose time is over are due, the oldest first", async () => {
      const at = (minutes: number) => new Date(ENDS_AT.getTime() + minutes * 60_000);
      const later = await place({ cartId: "cart_later", reservationEndsAt: at(1) });
      const sooner = await place({ cartId: "cart_sooner" });
      await place({ cartId: "cart_last", reservationEndsAt: at(2) });
      await place({ cartId: "cart_endless", reservationEndsAt: null });
      await place({ cartId: "cart_free", content: orderContent({ quote: freeQuote() }) });
      const due = (now: Date, limit: number) =>
        subject.unitOfWork.run(async ({ orders }) =>
          (await orders.due(now, limit)).map((order) => order.id),
        );

      expect(await due(before(ENDS_AT), 10)).toEqual([]);
      expect(await due(at(1), 10)).toEqual([sooner.order.id, later.order.id]);
      expect(await due(at(1), 1)).toEqual([sooner.order.id]);
    });
  });
};
