import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { placeOrder } from "../../../src/application/orders/orders.js";
import type {
  OrderFilter,
  OrderList,
  OrderReads,
} from "../../../src/application/orders/ports/order-reads.js";
import type { OrderStores } from "../../../src/application/orders/ports/order-stores.js";
import { InvalidCursor, type PageRequest } from "../../../src/application/shared/page.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import type { OrderId } from "../../../src/domain/orders/ids.js";
import type { OrderDraft } from "../../../src/domain/orders/order-draft.js";
import type { Order } from "../../../src/domain/orders/order.js";
import type { MarketId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { randomOrderCodes } from "../../../src/infrastructure/orders/random-order-codes.js";
import { ANNA, freeQuote, orderContent, orderDraft } from "../../builders/an-order.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

export interface OrderReadsSubject {
  readonly unitOfWork: UnitOfWork<OrderStores>;
  readonly orderReads: OrderReads;
  close?(): Promise<void>;
}

const NOW = new Date("2026-01-01T12:10:00.000Z");
const AFTER_HOLD = new Date("2026-01-01T12:30:00.000Z");
const MARKET = id<MarketId>("market_01h00000000000000000000001");
const OTHER_MARKET = id<MarketId>("market_01h00000000000000000000002");
const PAGE: PageRequest = { size: 20, direction: "forward", after: null, before: null };

/** Lists and look-ups of orders, as every store must answer them. */
export const orderReadsContract = (name: string, open: () => Promise<OrderReadsSubject>): void => {
  describe(`reading orders: ${name}`, () => {
    let subject: OrderReadsSubject;
    let ids = numberedIds(720_000);
    /** By their carts. */
    const orders = new Map<string, OrderId>();

    const place = async (cartId: string, change: Partial<OrderDraft> = {}): Promise<Order> => {
      const draft = orderDraft({ ...change, cartId });
      const { order } = await subject.unitOfWork.run((stores) =>
        placeOrder(stores, draft, { ids, orderCodes: randomOrderCodes }),
      );
      orders.set(cartId, order.id);
      return order;
    };
    const cancel = (cartId: string) =>
      subject.unitOfWork.run(async (stores) => {
        const order = await stores.orders.ofCart(cartId);
        order?.cancel({ reason: "OTHER", note: "Too late" }, "STAFF", NOW);
        if (order) await stores.orders.save(order);
      });
    const list = async (filter: OrderFilter, more: Partial<OrderList> = {}, now = NOW) => {
      const request = { filter, sort: "PLACED_AT", reverse: true, page: PAGE, ...more } as const;
      return subject.orderReads.list(request, now);
    };
    const named = (view: { readonly id: OrderId }) =>
      [...orders].find(([, own]) => own === view.id)?.[0];
    const cartsOf = async (...request: Parameters<typeof list>) =>
      (await list(...request)).items.map(({ item }) => named(item));

    beforeEach(async () => {
      subject = await open();
      ids = numberedIds(720_000);
      orders.clear();
      const at = (minutes: number) => new Date(orderDraft().placedAt.getTime() + minutes * 60_000);
      const { market } = orderContent();
      await place("waiting", { placedAt: at(0) });
      await place("free", {
        placedAt: at(1),
        content: orderContent({
          quote: freeQuote(),
          market: { ...market, id: OTHER_MARKET },
          billingAddress: { ...ANNA, firstName: "Zoë", lastName: "Lee", company: null },
        }),
      });
      await place("cancelled", { placedAt: at(2) });
      await place("endless", { placedAt: at(2), reservationEndsAt: null });
      await cancel("cancelled");
      await subject.unitOfWork.run(({ orderTerms }) => orderTerms.enter([...orders.values()]));
    });
    afterEach(async () => subject.close?.());

    test("the list is in the order of placing or of totals, in both directions", async () => {
      expect(await cartsOf({})).toEqual(["endless", "cancelled", "free", "waiting"]);
      expect(await cartsOf({}, { reverse: false })).toEqual([
        "waiting",
        "free",
        "cancelled",
        "endless",
      ]);
      expect(await cartsOf({}, { sort: "TOTAL", reverse: false })).toEqual([
        "free",
        "waiting",
        "cancelled",
        "endless",
      ]);
    });

    test("pages follow each other without gaps, forward and backward", async () => {
      const first = await list({}, { page: { ...PAGE, size: 3 } });
      const after = first.items.at(-1)?.cursor ?? "";
      const second = await list({}, { page: { ...PAGE, size: 3, after } });
      const before = second.items[0]?.cursor ?? "";
      const back = await list({}, { page: { ...PAGE, size: 3, before, direction: "backward" } });

      expect(first.hasNextPage).toBe(true);
      expect(second.items.map(({ item }) => named(item))).toEqual(["waiting"]);
      expect(back.items.map(({ item }) => item.id)).toEqual(first.items.map(({ item }) => item.id));
      await expect(list({}, { sort: "TOTAL", page: { ...PAGE, after } })).rejects.toThrow(
        InvalidCursor,
      );
    });

    test.each<[string, OrderFilter, readonly string[]]>([
      ["a state", { states: ["CONFIRMED"] }, ["free"]],
      ["several states", { states: ["CONFIRMED", "CANCELLED"] }, ["cancelled", "free"]],
      ["no state", { states: [] }, []],
      ["a payment status", { paymentStatuses: ["PAID"] }, ["free"]],
      ["a fulfilment status", { fulfilmentStatuses: ["FULFILLED"] }, []],
      ["a market", { markets: [OTHER_MARKET] }, ["free"]],
      ["several markets", { markets: [MARKET, OTHER_MARKET], states: ["CONFIRMED"] }, ["free"]],
      [
        "a time: from is included and until is excluded",
        {
          orderedFrom: new Date("2026-01-01T12:01:00.000Z"),
          orderedUntil: new Date("2026-01-01T12:02:00.000Z"),
        },
        ["free"],
      ],
      ["a total", { currency: "EUR", totalFrom: 1 }, ["endless", "cancelled", "waiting"]],
      ["a total up to", { currency: "EUR", totalUpTo: 0 }, ["free"]],
      ["another currency", { currency: "CHF" }, []],
      ["a name", { words: ["zoe"] }, ["free"]],
      ["the beginning of a name and of an SKU", { words: ["zo", "mug"] }, ["free"]],
      ["words of several orders and a state", { words: ["anna"], states: ["CONFIRMED"] }, ["free"]],
      ["words that no order has together", { words: ["zoe", "nobody"] }, []],
      ["a word with a wildcard", { words: ["%"] }, []],
    ])("orders are filtered by %s, and counted", async (_, filter, expected) => {
      expect(await cartsOf(filter)).toEqual(expected);
      expect(await subject.orderReads.count(filter, NOW)).toBe(expected.length);
    });

    test("an unpaid order is listed as expired from the end of its time on", async () => {
      const justBefore = new Date(AFTER_HOLD.getTime() - 1);

      expect(await cartsOf({ states: ["AWAITING_PAYMENT"] }, {}, justBefore)).toEqual([
        "endless",
        "waiting",
      ]);
      expect(await cartsOf({ states: ["EXPIRED"] }, {}, justBefore)).toEqual([]);
      expect(await cartsOf({ states: ["AWAITING_PAYMENT"] }, {}, AFTER_HOLD)).toEqual(["endless"]);
      expect(await cartsOf({ states: ["EXPIRED"] }, {}, AFTER_HOLD)).toEqual(["waiting"]);
      expect(await cartsOf({ states: ["EXPIRED", "AWAITING_PAYMENT"] }, {}, AFTER_HOLD)).toEqual([
        "endless",
        "waiting",
      ]);
      expect(await subject.orderReads.count({ states: ["EXPIRED"] }, AFTER_HOLD)).toBe(1);
      expect((await list({ states: ["EXPIRED"] }, {}, AFTER_HOLD)).items[0]?.item.state).toBe(
        "EXPIRED",
      );
    });

    test("every field of a list is that of the order", async () => {
      const order = await place("last", { placedAt: NOW });
      const { content, cartId: _, linkHash, ...state } = order.snapshot();
      const { id: orderId, number } = state;
      const view = {
        ...state,
        salesChannel: "WEB",
        total: content.quote.totals.total,
        units: 3,
        email: "anna.mueller@example.com",
        buyerName: "José Müller",
      };

      expect((await list({})).items[0]?.item).toEqual(view);
      const { orderReads } = subject;
      expect((await orderReads.byId([orderId], NOW)).get(orderId)).toEqual(view);
      expect((await orderReads.byNumber([number, "0"], NOW)).get(number)).toEqual(view);
      expect(await orderReads.byLinkHash([linkHash, "x"], NOW)).toEqual(
        new Map([[linkHash, view]]),
      );
    });

    test("content and timeline are those of each order", async () => {
      const [cancelled, free] = ["cancelled", "free"].map((cart) =>
        id<OrderId>(orders.get(cart) ?? ""),
      );
      const own = [cancelled, free].flatMap((one) => one ?? []);
      const contents = await subject.orderReads.contentsOf(own);
      const timelines = await subject.orderReads.timelinesOf(own);

      expect(contents.get(id(cancelled ?? ""))).toEqual(orderContent());
      expect(timelines.get(id(cancelled ?? ""))).toEqual([
        {
          kind: "PLACED",
          at: new Date("2026-01-01T12:02:00.000Z"),
          by: "BUYER",
          note: null,
          amount: null,
        },
        { kind: "CANCELLED", at: NOW, by: "STAFF", note: "Too late", amount: null },
      ]);
      expect(timelines.get(id(free ?? ""))?.map(({ kind }) => kind)).toEqual([
        "PLACED",
        "CONFIRMED",
      ]);
    });
  });
};
