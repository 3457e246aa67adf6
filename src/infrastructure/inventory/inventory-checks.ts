import {
  followUnits,
  type FollowStores,
} from "../../application/inventory/reservations/follow-units.js";
import type { RowKey } from "../../application/shared/row-checks.js";
import { availableOf } from "../../domain/inventory/stock-item.js";
import type { Reader, RowCheck } from "../shared/checks/row-check.js";
import { withKeys } from "../shared/checks/sql-row-checks.js";
import type { Row } from "../shared/database/sql-session.js";
import { oversoldUnits } from "./oversold-units.js";
import { STOCK_ITEM_TABLE } from "./stock-item-table.js";

const ITEMS = {
  table: "inventory_stock_item",
  key: ["variant_id", "location_id"],
  pageSize: 200,
} as const;

const LEDGER: RowCheck<FollowStores> = {
  ...ITEMS,
  name: "stock-ledger",
  rule: "On hand, reserved and claimed are the sums of the movements.",
  broken: async (reader, keys) =>
    (await differingItems(reader, keys)).map(({ key, stored, sums }) => ({
      key,
      expected: unitsText(sums),
      found: unitsText(stored),
    })),
  repair: async (session, keys, stores) => {
    // A ledger of less than nothing does not tell the right figures.
    const items = (await differingItems(session, keys)).filter(
      ({ sums }) => sums.reserved >= 0 && sums.claimed >= 0,
    );
    for (const { stored, sums } of items)
      await session.change(
        "UPDATE inventory_stock_item SET on_hand = ?, reserved = ?, claimed = ? WHERE variant_id = ? AND location_id = ?",
        [sums.onHand, sums.reserved, sums.claimed, stored.variantId, stored.locationId],
      );
    await followUnits(stores, {
      changed: new Set(items.map(({ stored }) => stored.variantId)),
      crossings: items.map(({ stored, sums }) => ({
        ...stored,
        before: availableOf(stored),
        after: availableOf({ ...stored, ...sums }),
      })),
      isFollowed: true,
    });
  },
};

const HOLDS: RowCheck = {
  ...ITEMS,
  name: "stock-holds",
  rule: "The reserved units are the sum of the reservations that are held.",
  broken: async (reader, keys) => {
    const { sql, values } = withKeys(keys, "s");
    const rows = await reader.query(
      `SELECT s.variant_id, s.location_id, s.reserved, COALESCE(SUM(r.quantity), 0) AS held FROM inventory_stock_item s LEFT JOIN inventory_reservation r ON r.variant_id = s.variant_id AND r.location_id = s.location_id AND r.state = 'HELD' WHERE ${sql} GROUP BY s.variant_id, s.location_id, s.reserved HAVING s.reserved <> COALESCE(SUM(r.quantity), 0)`,
      values,
    );
    return rows.map((row) => ({
      key: keyOf(row),
      expected: `reserved ${Number(row["held"])}`,
      found: `reserved ${Number(row["reserved"])}`,
    }));
  },
};

const PROMISES: RowCheck = {
  ...ITEMS,
  name: "stock-promises",
  rule: "No more units are promised than are on hand, except by backorders, or when a recorded change took units away.",
  broken: async (reader, keys) => {
    const { sql, values } = withKeys(keys, "s");
    const short = await reader.query(
      `SELECT s.variant_id, s.location_id, s.on_hand, s.reserved, s.claimed FROM inventory_stock_item s JOIN catalog_variant v ON v.id = s.variant_id WHERE ${sql} AND s.reserved + s.claimed > s.on_hand AND v.tracked = 1 AND v.sold_out_policy <> 'CONTINUE'`,
      values,
    );
    const broken = [];
    for (const row of short) {
      const key = keyOf(row);
      const oversold = await oversoldUnits(reader, key);
      if (oversold > 0)
        broken.push({
          key,
          expected: `at most ${Number(row["on_hand"])} units promised`,
          found: `${Number(row["reserved"]) + Number(row["claimed"])} promised, ${oversold} of them when none was on hand`,
        });
    }
    return broken;
  },
};

export const INVENTORY_CHECKS: readonly RowCheck[] = [LEDGER, HOLDS, PROMISES];

const differingItems = async (reader: Reader, keys: readonly RowKey[]) => {
  const { sql, values } = withKeys(keys, "s");
  const columns = STOCK_ITEM_TABLE.selection
    .split(", ")
    .map((column) => `s.${column}`)
    .join(", ");
  const rows = await reader.query(
    `SELECT ${columns}, COALESCE(SUM(m.on_hand_by), 0) AS on_hand_sum, COALESCE(SUM(m.reserved_by), 0) AS reserved_sum, COALESCE(SUM(m.claimed_by), 0) AS claimed_sum FROM inventory_stock_item s LEFT JOIN inventory_stock_movement m ON m.variant_id = s.variant_id AND m.location_id = s.location_id WHERE ${sql} GROUP BY ${columns}`,
    values,
  );
  return rows.flatMap((row) => {
    const stored = STOCK_ITEM_TABLE.toRecord(row);
    const sums = {
      onHand: Number(row["on_hand_sum"]),
      reserved: Number(row["reserved_sum"]),
      claimed: Number(row["claimed_sum"]),
    };
    return unitsText(stored) === unitsText(sums) ? [] : [{ key: keyOf(row), stored, sums }];
  });
};

const unitsText = (units: {
  readonly onHand: number;
  readonly reserved: number;
  readonly claimed: number;
}): string => `on hand ${units.onHand}, reserved ${units.reserved}, claimed ${units.claimed}`;

const keyOf = (row: Row): RowKey => ({
  variant_id: String(row["variant_id"]),
  location_id: String(row["location_id"]),
});
