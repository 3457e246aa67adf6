import type {
  OrderReads,
  OrderSortKey,
  OrderView,
} from "../../application/orders/ports/order-reads.js";
import { mapPage } from "../../application/shared/page.js";
import type { OrderId } from "../../domain/orders/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { placeholders } from "../shared/database/sql-session.js";
import { contentOfText } from "./content-to-text.js";
import { orderConditions } from "./order-conditions.js";
import { countedTables, orderTables } from "./order-tables.js";
import { ORDER_VIEW_TABLE, orderViewAt } from "./order-view-table.js";
import { TIMELINE_TABLE } from "./timeline-table.js";

const ORDERS: Readonly<Record<OrderSortKey, Pick<KeysetOrder, "name" | "column" | "kind">>> = {
  PLACED_AT: { name: "orders placed", column: "o.placed_at", kind: "time" },
  TOTAL: { name: "orders total", column: "o.total", kind: "number" },
};

export const sqlOrderReads = (source: ReadSource): OrderReads => {
  const views = (now: Date, ...columns: readonly string[]) => ({
    columns: [ORDER_VIEW_TABLE.selection, ...columns],
    from: "orders_order",
    where: [],
    read: orderViewAt(now),
  });
  const byId = async (ids: readonly OrderId[], now: Date): Promise<Map<OrderId, OrderView>> =>
    keyed(await readByKey(source, "id", ids, views(now)), (view) => view.id);
  return {
    // The ids first: an index has all that a list is filtered and sorted by.
    list: async ({ filter, sort, reverse, page }, now) => {
      const { from, where } = await orderTables(source, filter, sort);
      const found = await readPage(
        source,
        {
          columns: [],
          from,
          where: [...orderConditions(filter, now), ...where],
          order: { ...ORDERS[sort], idColumn: "o.id", reverse },
          read: (row) => id<OrderId>(String(row["cursor_id"])),
        },
        page,
      );
      const read = await byId(
        found.items.map(({ item }) => item),
        now,
      );
      return mapPage(found, (one) => read.get(one));
    },

    count: async (filter, now) => {
      const conditions = orderConditions(filter, now);
      // The database knows best how to count all of them.
      if (conditions.length === 0 && filter.words === undefined)
        return countRows(source, { from: "orders_order", where: [] });
      const { from, where } = await countedTables(source, filter, conditions.length > 0);
      return countRows(source, { from, where: [...conditions, ...where] });
    },

    byId,

    byNumber: async (numbers, now) =>
      keyed(await readByKey(source, "number", numbers, views(now)), (view) => view.number),

    byLinkHash: async (hashes, now) => {
      const toView = orderViewAt(now);
      const read = await readByKey(source, "link_hash", hashes, {
        ...views(now, "link_hash"),
        read: (row) => [String(row["link_hash"]), toView(row)] as const,
      });
      return new Map(read);
    },

    contentsOf: async (ids) =>
      new Map(
        await readByKey(source, "id", ids, {
          columns: ["id", "content"],
          from: "orders_order",
          where: [],
          read: (row) =>
            [id<OrderId>(String(row["id"])), contentOfText(String(row["content"]))] as const,
        }),
      ),

    timelinesOf: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await source.query(
        `SELECT order_id, ${TIMELINE_TABLE.selection} FROM orders_timeline_entry WHERE order_id IN (${placeholders(ids)}) ORDER BY order_id, entry_id`,
        ids,
      );
      const groups = groupRows(rows, "order_id");
      return new Map(ids.map((one) => [one, (groups.get(one) ?? []).map(TIMELINE_TABLE.toRecord)]));
    },
  };
};

const keyed = <Key, One>(found: readonly One[], keyOf: (one: One) => Key): Map<Key, One> =>
  new Map(found.map((one) => [keyOf(one), one]));
