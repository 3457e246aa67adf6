import type { OfferField, Offers, OfferView } from "../../application/catalog/ports.js";
import type { VariantId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import type { ReadSource } from "../shared/read-source.js";
import { placeholders, type Row } from "../shared/sql.js";
import { toNumber } from "./product-rows.js";

const money = (row: Row, column: string): Money | null => {
  const amount = toNumber(row[column]);
  return amount === null ? null : Money.of(amount, String(row["currency"]));
};

interface OfferSource<Value> {
  readonly table: "price" | "stock";
  readonly columns: readonly string[];
  readonly read: (row: Row) => Value;
}

const SOURCES: { readonly [Field in OfferField]: OfferSource<OfferView[Field]> } = {
  price: { table: "price", columns: ["p.currency", "p.price"], read: (row) => money(row, "price") },
  compareAt: { table: "price", columns: ["p.currency", "p.compare_at"], read: (row) => money(row, "compare_at") },
  cost: { table: "price", columns: ["p.currency", "p.cost"], read: (row) => money(row, "cost") },
  onHand: { table: "stock", columns: ["s.on_hand"], read: (row) => toNumber(row["on_hand"]) },
  stockVersion: { table: "stock", columns: ["s.version AS stock_version"], read: (row) => toNumber(row["stock_version"]) },
  available: { table: "stock", columns: ["s.on_hand - s.reserved AS available"], read: (row) => toNumber(row["available"]) },
};

const FROM = {
  price: "pricing_variant_price p ON p.variant_id = v.id",
  stock: "inventory_stock_item s ON s.variant_id = v.id",
} as const;

/** Prices and stock stay in one database, so one statement may ask for both; only the tables of the requested fields are touched. */
export const typeormOffers = (source: ReadSource): Offers => ({
  byVariant: async (ids, fields) => {
    const offers = new Map<VariantId, Partial<OfferView>>();
    if (ids.length === 0 || fields.size === 0) return offers;
    const chosen = [...fields].map((field) => [field, SOURCES[field]] as const);
    const tables = new Set(chosen.map(([, { table }]) => table));
    const columns = new Set(chosen.flatMap(([, { columns: names }]) => names));
    const rows = await source.query(
      `SELECT v.id, ${[...columns].join(", ")} FROM catalog_variant v ${[...tables].map((table) => `LEFT JOIN ${FROM[table]}`).join(" ")} WHERE v.id IN (${placeholders(ids)})`,
      ids,
    );
    for (const row of rows) offers.set(id<VariantId>(String(row["id"])), Object.fromEntries(chosen.map(([field, { read }]) => [field, read(row)])));
    return offers;
  },
});
