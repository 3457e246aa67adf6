import type { OrderStores } from "../../../src/application/orders/ports/order-stores.js";
import { OrderNotFound } from "../../../src/domain/orders/errors.js";
import { Order, type OrderSnapshot } from "../../../src/domain/orders/order.js";
import { searchTermsOf } from "../../../src/domain/orders/search-terms.js";
import type { TimelineEntry } from "../../../src/domain/orders/timeline-entry.js";
import {
  contentOfText,
  contentToText,
} from "../../../src/infrastructure/orders/content-to-text.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

const [ORDER, ENTRY, TERM] = ["orders_order", "orders_timeline_entry", "orders_term"];

/** The content as text, because a copy of it would lose what its amounts are. */
type Row = Omit<OrderSnapshot, "content"> & { readonly content: string };

const toSnapshot = (row: Row): OrderSnapshot => ({
  ...structuredClone(row),
  content: contentOfText(row.content),
});

export const snapshotsOf = (database: InMemoryDatabase): readonly OrderSnapshot[] =>
  [...database.rows<Row>(ORDER).values()].map(toSnapshot);

export const timelineOf = (database: InMemoryDatabase, id: string): readonly TimelineEntry[] =>
  structuredClone(database.rows<TimelineEntry[]>(ENTRY).get(id) ?? []);

export const termsOf = (database: InMemoryDatabase, id: string): readonly string[] =>
  database.rows<readonly string[]>(TERM).get(id) ?? [];

export const inMemoryOrderStores = (database: InMemoryDatabase): OrderStores => {
  const store = (order: Order): void => {
    const snapshot = order.snapshot();
    database.rows<Row>(ORDER).set(order.id, {
      ...structuredClone({ ...snapshot, content: "" }),
      content: contentToText(snapshot.content),
    });
    const entries = [...timelineOf(database, order.id), ...order.pullEntries()];
    database.rows<readonly TimelineEntry[]>(ENTRY).set(order.id, structuredClone(entries));
  };
  const find = (matches: (snapshot: OrderSnapshot) => boolean): Order | null => {
    const found = snapshotsOf(database).find(matches);
    return found ? Order.restore(found) : null;
  };
  return {
    orders: {
      add: async (order) => {
        const { cartId, number } = order.snapshot();
        const others = snapshotsOf(database);
        if (others.some((other) => other.cartId === cartId)) return "CART_HAS_ORDER";
        if (others.some((other) => other.number === number)) return "NUMBER_TAKEN";
        store(order);
        database.append(order.pullEvents(), order.id);
        return "ADDED";
      },
      ofCart: async (cartId) => find((one) => one.cartId === cartId),
      get: async (id) => {
        const order = find((one) => one.id === id);
        if (!order) throw new OrderNotFound(id);
        return order;
      },
      ofLink: async (linkHash) => find((one) => one.linkHash === linkHash),
      due: async (now, limit) =>
        snapshotsOf(database)
          .flatMap((snapshot) => {
            const { state, reservationEndsAt: endsAt } = snapshot;
            const isDue = state === "AWAITING_PAYMENT" && endsAt !== null && endsAt <= now;
            return isDue ? [{ snapshot, endsAt }] : [];
          })
          .toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
          .slice(0, limit)
          .map(({ snapshot }) => Order.restore(snapshot)),
      save: async (order) => {
        const events = order.pullEvents();
        if (!events[0]) return;
        database.checkVersion(ORDER, order.id, events[0].version - 1);
        store(order);
        database.append(events, order.id);
      },
    },
    orderTerms: {
      enter: async (ids) => {
        for (const { id, number, content } of snapshotsOf(database))
          if (ids.includes(id)) database.rows(TERM).set(id, searchTermsOf(number, content));
      },
    },
  };
};
