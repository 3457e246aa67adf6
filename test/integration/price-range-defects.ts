import type { ProductSnapshot } from "../../src/domain/catalog/products/product-content.js";
import type { Row } from "../../src/infrastructure/shared/database/sql-session.js";

/**
 * Differences between the stored price ranges of lists and those that are computed here in another
 * way.
 */
export const priceRangeDefects = async (
  rows: (sql: string) => Promise<readonly Row[]>,
  products: readonly ProductSnapshot[],
): Promise<readonly string[]> => {
  const lists = await rows("SELECT id, currency FROM pricing_price_list WHERE is_ready = 1");
  const own = new Map(
    (await rows("SELECT * FROM pricing_variant_price")).map((row) => [
      String(row["variant_id"]),
      row,
    ]),
  );
  const listed = new Map(
    (await rows("SELECT * FROM pricing_list_price")).map((row) => [
      `${row["price_list_id"]} ${row["variant_id"]}`,
      row,
    ]),
  );
  const stock = new Map(
    (
      await rows("SELECT variant_id, on_hand - reserved AS available FROM inventory_stock_item")
    ).map((row) => [String(row["variant_id"]), Number(row["available"])]),
  );
  const storedRanges = new Map(
    (await rows("SELECT * FROM catalog_price_range")).map((row) => [
      `${row["price_list_id"]} ${row["product_id"]}`,
      row,
    ]),
  );
  const defects: string[] = [];
  for (const { id: list, currency } of lists)
    for (const { id: product, variants } of products) {
      let [min, max, isAvailable, isWhole, sellable]: [
        number | null,
        number | null,
        boolean,
        boolean,
        string,
      ] = [null, null, false, true, ""];
      const reducedFrom: number[] = [];
      for (const { id: variant, tracked, soldOutPolicy } of variants) {
        const base = own.get(variant);
        const row =
          listed.get(`${list} ${variant}`) ?? (base?.["currency"] === currency ? base : undefined);
        // A variant without a price of its own is sold nowhere else.
        isWhole &&= row !== undefined && base !== undefined;
        if (!row) sellable += "0";
        if (!row) continue;
        const price = Number(row["price"]);
        [min, max] = [
          min === null || price < min ? price : min,
          max === null || price > max ? price : max,
        ];
        if (row["compare_at"] != null && Number(row["compare_at"]) > price)
          reducedFrom.push(Number(row["compare_at"]));
        const canBeBought =
          !tracked || soldOutPolicy === "CONTINUE" || (stock.get(variant) ?? 0) > 0;
        isAvailable ||= canBeBought;
        sellable += canBeBought ? "1" : "0";
      }
      const row = storedRanges.get(`${list} ${product}`);
      const figure = (cell: Row[string] | undefined) => (cell == null ? null : Number(cell));
      const stored = row && [
        row["currency"] ?? null,
        figure(row["min_price"]),
        figure(row["max_price"]),
        Number(row["price_rank"]),
        Number(row["available"]) === 1,
        Number(row["on_sale"]) === 1,
        figure(row["min_compare_at"]),
        figure(row["max_compare_at"]),
        row["sellable"] ?? null,
      ];
      const computed = [
        min === null ? null : (currency ?? null),
        min,
        max,
        min ?? Number.MAX_SAFE_INTEGER,
        isAvailable,
        reducedFrom.length > 0,
        reducedFrom.length > 0 ? Math.min(...reducedFrom) : null,
        reducedFrom.length > 0 ? Math.max(...reducedFrom) : null,
        isWhole ? null : sellable,
      ];
      if (JSON.stringify(stored) !== JSON.stringify(computed))
        defects.push(
          `prices of ${product} in ${String(list)}: ${JSON.stringify(stored)} instead of ${JSON.stringify(computed)}`,
        );
    }
  return defects;
};
