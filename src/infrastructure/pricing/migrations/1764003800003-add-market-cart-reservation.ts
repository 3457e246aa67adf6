import type { MigrationInterface, QueryRunner } from "typeorm";
import { addColumns, dropColumns } from "../../shared/database/create-table.js";

/** For how many minutes a market reserves the units of carts; null: not before the order. */
export class AddMarketCartReservation1764003800003 implements MigrationInterface {
  readonly name = "AddMarketCartReservation1764003800003";

  up(runner: QueryRunner): Promise<void> {
    return addColumns(runner, "pricing_market", (make) => [
      make.whole("cart_reservation_minutes", { isNullable: true }),
    ]);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropColumns(runner, "pricing_market", "cart_reservation_minutes");
  }
}
