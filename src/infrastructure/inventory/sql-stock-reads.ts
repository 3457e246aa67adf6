import type {
  StockItemFilter,
  StockItemView,
  StockMovementFilter,
  StockMovementView,
  StockReads,
} from "../../application/inventory/ports/stock-reads.js";
import type { Clock } from "../../application/shared/clock.js";
import { availableOf } from "../../domain/inventory/stock-item.js";
import type { MovementKind } from "../../domain/inventory/stock-movement.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { toText } from "../shared/database/cell.js";
import { isOneOf, type Condition } from "../shared/database/condition.js";
import type { KeysetOrder } from "../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../shared/database/read-page.js";
import type { ReadSource } from "../shared/database/read-source.js";
import type { Row } from "../shared/database/sql-session.js";
import { fromSqlTime, toSqlTime } from "../shared/database/sql-value.js";
import { EXPIRED, toStockKey } from "./sql-stock-units.js";
import { STOCK_ITEM_TABLE } from "./stock-item-table.js";

const ITEMS = "inventory_stock_item s";
const MOVEMENTS = "inventory_stock_movement m";

export const sqlStockReads = (source: ReadSource, clock: Clock): StockReads => {
  // The values of the columns come first, and then those of the conditions.
  const itemList = (where: readonly Condition[]) => ({
    columns: [STOCK_ITEM_TABLE.selection, "expired"],
    from: {
      sql: `(SELECT s.*, ${EXPIRED} AS expired FROM ${ITEMS}) s`,
      values: [toSqlTime(clock.now())],
    },
    where,
    read: toItem,
  });
  return {
    items: (filter, page) =>
      readPage(source, { ...itemList(itemConditions(filter)), order: BY_VARIANT }, page),
    countItems: (filter) => countRows(source, itemList(itemConditions(filter))),
    itemsOfVariants: async (ids) => {
      const found = await readByKey(source, "s.variant_id", ids, itemList([]));
      const groups = new Map<VariantId, StockItemView[]>();
      for (const item of found.toSorted((a, b) => (a.locationId < b.locationId ? -1 : 1)))
        groups.set(item.variantId, [...(groups.get(item.variantId) ?? []), item]);
      return groups;
    },
    movements: (filter, page) =>
      readPage(
        source,
        {
          columns: ["m.*"],
          from: MOVEMENTS,
          where: movementConditions(filter),
          order: NEWEST_FIRST,
          read: toMovement,
        },
        page,
      ),
    countMovements: (filter) =>
      countRows(source, { from: MOVEMENTS, where: movementConditions(filter) }),
  };
};

const BY_VARIANT: KeysetOrder = {
  name: "stock",
  column: "s.variant_id",
  kind: "text",
  idColumn: "s.location_id",
  reverse: false,
};

const NEWEST_FIRST: KeysetOrder = {
  name: "stock movements",
  column: "m.id",
  kind: "number",
  idColumn: "m.id",
  reverse: true,
  isId: (text) => /^[1-9]\d{0,15}$/.test(text),
  toId: Number,
};

const itemConditions = ({
  locations,
  variants,
  products,
  low,
  short,
}: StockItemFilter): readonly Condition[] => {
  const ofProducts = products && isOneOf("v.product_id", products);
  return [
    ...(locations ? [isOneOf("s.location_id", locations)] : []),
    ...(variants ? [isOneOf("s.variant_id", variants)] : []),
    ...(ofProducts
      ? [
          {
            sql: `s.variant_id IN (SELECT v.id FROM catalog_variant v WHERE ${ofProducts.sql})`,
            values: ofProducts.values,
          },
        ]
      : []),
    ...(low === undefined
      ? []
      : [truth(low, `s.low_stock_at IS NOT NULL AND ${AVAILABLE} <= s.low_stock_at`)]),
    ...(short === undefined ? [] : [truth(short, `${PROMISED} > s.on_hand`)]),
  ];
};

const PROMISED = "s.reserved - s.expired + s.claimed";
const AVAILABLE = `s.on_hand - (${PROMISED}) - s.safety`;

const truth = (is: boolean, condition: string): Condition => ({
  sql: `${is ? "" : "NOT "}(${condition})`,
  values: [],
});

const movementConditions = ({
  locations,
  variants,
  kinds,
}: StockMovementFilter): readonly Condition[] => [
  ...(locations ? [isOneOf("m.location_id", locations)] : []),
  ...(variants ? [isOneOf("m.variant_id", variants)] : []),
  ...(kinds ? [isOneOf("m.kind", kinds)] : []),
];

const toItem = (row: Row): StockItemView => {
  const stored = STOCK_ITEM_TABLE.toRecord(row);
  const item = { ...stored, reserved: stored.reserved - Number(row["expired"]) };
  return { ...item, available: availableOf(item) };
};

const toMovement = (row: Row): StockMovementView => ({
  ...toStockKey(row),
  key: Number(row["id"]),
  kind: String(row["kind"]) as MovementKind,
  onHandBy: Number(row["on_hand_by"]),
  reservedBy: Number(row["reserved_by"]),
  claimedBy: Number(row["claimed_by"]),
  reason: toText(row["reason"]),
  cause: toText(row["cause"]),
  movedAt: fromSqlTime(row["moved_at"]),
});
