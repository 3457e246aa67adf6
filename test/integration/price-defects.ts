import { groupRows } from "../../src/infrastructure/shared/database/group-rows.js";
import type { Row } from "../../src/infrastructure/shared/database/sql-session.js";
import type { VariantId } from "../../src/domain/catalog/ids.js";
import { priceEventsOf } from "../../src/domain/pricing/events.js";
import type { PriceListId } from "../../src/domain/pricing/ids.js";
import { id } from "../../src/domain/shared/id.js";

type ReadRows = (sql: string) => Promise<readonly Row[]>;

/**
 * Every change of a price has an event with the next version. The first price of a new variant has
 * version 1 without one, and versions begin again after a removal.
 */
export const priceDefects = async (rows: ReadRows): Promise<readonly string[]> => {
  const versions = new Map<string, number>(
    (
      await rows(
        "SELECT variant_id, NULL AS list, version FROM pricing_variant_price UNION ALL SELECT variant_id, price_list_id AS list, version FROM pricing_list_price",
      )
    ).map((row) => {
      const list = row["list"] == null ? null : id<PriceListId>(String(row["list"]));
      return [
        priceEventsOf(id<VariantId>(String(row["variant_id"])), list),
        Number(row["version"]),
      ] as const;
    }),
  );
  const events = groupRows(
    await rows(
      "SELECT aggregate_id, sequence FROM outbox WHERE type IN ('pricing.price-changed', 'pricing.list-price-changed') ORDER BY id",
    ),
    "aggregate_id",
  );
  return [...events].flatMap(([price, some]) => {
    const sequences = some.map((row) => Number(row["sequence"]));
    const isSound = sequences.every((sequence, index) => {
      const before = sequences[index - 1];
      return before === undefined ? sequence <= 2 : sequence === before + 1 || sequence === 1;
    });
    const stored = versions.get(price);
    return isSound && (stored === undefined || stored === sequences.at(-1))
      ? []
      : [`events of the price ${price}, now ${stored}: ${sequences.join(", ")}`];
  });
};
