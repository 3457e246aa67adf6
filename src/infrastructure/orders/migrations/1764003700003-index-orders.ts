import type { MigrationInterface, QueryRunner } from "typeorm";
import { addIndex, dropIndex } from "../../shared/database/create-table.js";

/** The indices that lists of orders walk, and the one of unpaid orders whose time is over. */
export class IndexOrders1764003700003 implements MigrationInterface {
  readonly name = "IndexOrders1764003700003";

  async up(runner: QueryRunner): Promise<void> {
    for (const one of INDICES) await addIndex(runner, "orders_order", one);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const one of INDICES) await dropIndex(runner, "orders_order", one);
  }
}

const INDICES = [
  { name: "ix_orders_order_state_placed_at", columnNames: ["state", "placed_at", "id"] },
  {
    name: "ix_orders_order_payment_status_placed_at",
    columnNames: ["payment_status", "placed_at", "id"],
  },
  {
    name: "ix_orders_order_fulfilment_status_placed_at",
    columnNames: ["fulfilment_status", "placed_at", "id"],
  },
  { name: "ix_orders_order_market_id_placed_at", columnNames: ["market_id", "placed_at", "id"] },
  { name: "ix_orders_order_reservation_ends_at", columnNames: ["reservation_ends_at", "id"] },
  // Those of the whole list have every column that is filtered by.
  {
    name: "ix_orders_order_placed_at",
    columnNames: [
      "placed_at",
      "id",
      "state",
      "payment_status",
      "fulfilment_status",
      "market_id",
      "currency",
      "total",
      "reservation_ends_at",
    ],
  },
  {
    name: "ix_orders_order_total",
    columnNames: [
      "total",
      "id",
      "state",
      "payment_status",
      "fulfilment_status",
      "market_id",
      "currency",
      "placed_at",
      "reservation_ends_at",
    ],
  },
];
