import type {
  OrderFilter,
  OrderReads,
  OrderSortKey,
  OrderView,
} from "../../../src/application/orders/ports/order-reads.js";
import { buyerNameOf } from "../../../src/domain/orders/buyer-name-of.js";
import { stateAt } from "../../../src/domain/orders/order-states.js";
import type { OrderSnapshot } from "../../../src/domain/orders/order.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { type Order, pageOf } from "../page-of.js";
import { snapshotsOf, termsOf, timelineOf } from "./in-memory-orders.js";

const NAMES: Readonly<Record<OrderSortKey, Pick<Order<OrderView>, "name" | "key">>> = {
  PLACED_AT: { name: "orders placed", key: ({ placedAt }) => placedAt.toISOString() },
  TOTAL: { name: "orders total", key: ({ total }) => total.minorUnits },
};

const viewOf = (snapshot: OrderSnapshot, now: Date): OrderView => {
  const { content, cartId: _, linkHash: __, ...state } = snapshot;
  return {
    ...state,
    state: stateAt(snapshot, now),
    salesChannel: content.salesChannel,
    total: content.quote.totals.total,
    units: content.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    email: content.buyer.email,
    buyerName: buyerNameOf(content),
  };
};

export const inMemoryOrderReads = (database: InMemoryDatabase): OrderReads => {
  const isOneOf = <Value>(values: readonly Value[] | undefined, value: Value): boolean =>
    values?.includes(value) ?? true;
  const filtered = (filter: OrderFilter, now: Date): readonly OrderView[] =>
    snapshotsOf(database)
      .filter(({ id, content: { market } }) => {
        const terms = termsOf(database, id);
        return (
          isOneOf(filter.markets, market.id) &&
          (filter.words ?? []).every((word) => terms.some((term) => term.startsWith(word)))
        );
      })
      .map((snapshot) => viewOf(snapshot, now))
      .filter(
        ({ state, paymentStatus, fulfilmentStatus, placedAt, total }) =>
          isOneOf(filter.states, state) &&
          isOneOf(filter.paymentStatuses, paymentStatus) &&
          isOneOf(filter.fulfilmentStatuses, fulfilmentStatus) &&
          (!filter.orderedFrom || placedAt >= filter.orderedFrom) &&
          (!filter.orderedUntil || placedAt < filter.orderedUntil) &&
          (filter.currency === undefined || total.currency === filter.currency) &&
          total.minorUnits >= (filter.totalFrom ?? 0) &&
          total.minorUnits <= (filter.totalUpTo ?? Infinity),
      );
  const found = <Key>(
    keys: readonly Key[],
    now: Date,
    keyOf: (snapshot: OrderSnapshot) => Key,
  ): Map<Key, OrderView> =>
    new Map(
      snapshotsOf(database)
        .filter((snapshot) => keys.includes(keyOf(snapshot)))
        .map((snapshot) => [keyOf(snapshot), viewOf(snapshot, now)]),
    );
  return {
    list: async ({ filter, sort, reverse, page }, now) =>
      pageOf(
        filtered(filter, now),
        { ...NAMES[sort], id: ({ id }) => id, reverse },
        page,
        (view) => view,
      ),
    count: async (filter, now) => filtered(filter, now).length,
    byId: async (ids, now) => found(ids, now, ({ id }) => id),
    byNumber: async (numbers, now) => found(numbers, now, ({ number }) => number),
    byLinkHash: async (hashes, now) => found(hashes, now, ({ linkHash }) => linkHash),
    contentsOf: async (ids) =>
      new Map(
        snapshotsOf(database)
          .filter(({ id }) => ids.includes(id))
          .map(({ id, content }) => [id, content]),
      ),
    timelinesOf: async (ids) => new Map(ids.map((id) => [id, timelineOf(database, id)])),
  };
};
