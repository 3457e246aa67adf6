import type {
  PriceAndStockField,
  PriceAndStockRequest,
  PriceAndStockView,
} from "../../../application/catalog/ports/prices-and-stock.js";
import type { Id } from "../../../domain/shared/id.js";
import { DEFAULT_LOCATION } from "../../../domain/inventory/inventory.js";
import { toNumber } from "../../shared/database/cell.js";
import { moneyOfRow } from "../../shared/database/money-of-row.js";
import { placeholders, type Row } from "../../shared/database/sql-session.js";
import { toSqlTime } from "../../shared/database/sql-value.js";

/** What a SELECT on `v`, the variant, needs in addition to read its price and stock. */
export interface PriceAndStockSelection {
  readonly columns: readonly string[];
  readonly joins: string;
  /** Of the columns, then of the joins. */
  readonly values: readonly string[];
  readonly read: (row: Row) => Partial<PriceAndStockView>;
}

interface StockRequest extends PriceAndStockRequest {
  /** Whose units count; left out: those of the market, or all. */
  readonly locations?: readonly Id<"location">[] | undefined;
}

/**
 * Prices and stock are in one database, so one statement reads both. Only the tables of the
 * requested fields are joined.
 */
export const selectPriceAndStock = (
  { fields, shoppingContext, locations = shoppingContext?.locations }: StockRequest,
  now: Date,
): PriceAndStockSelection => {
  const priceLists = shoppingContext?.priceLists ?? [];
  const sources =
    shoppingContext && priceLists.length > 0
      ? atListPrices(shoppingContext.currency, priceLists.length)
      : AT_OWN_PRICES;
  const chosen = [...fields].map(
    (field) =>
      [field, field === "available" ? availableAt(now, locations) : sources[field]] as const,
  );
  const tables = [...new Set(chosen.flatMap(([, source]) => source.tables))];
  const columns = new Map(
    chosen.flatMap(([, source]) =>
      source.columns.map((column) => [column, source.values ?? []] as const),
    ),
  );
  return {
    columns: [...columns.keys()],
    joins: tables
      .flatMap((table) => (table === "own" ? OWN : priceLists.map((_, index) => listed(index))))
      .map((join) => ` LEFT JOIN ${join}`)
      .join(""),
    values: [...[...columns.values()].flat(), ...(tables.includes("listed") ? priceLists : [])],
    read: (row) => {
      const view: Partial<Record<PriceAndStockField, unknown>> = {};
      for (const [field, { read }] of chosen) view[field] = read(row);
      return view as Partial<PriceAndStockView>;
    },
  };
};

interface Source<Value> {
  /** The tables that are joined; none where the value is constant. */
  readonly tables: readonly ("own" | "listed")[];
  readonly columns: readonly string[];
  /** The values of `?` in the columns. */
  readonly values?: readonly string[];
  readonly read: (row: Row) => Value;
}

type Sources = {
  readonly [Field in Exclude<PriceAndStockField, "available">]: Source<PriceAndStockView[Field]>;
};

const OWN = "pricing_variant_price p ON p.variant_id = v.id";

/** The price of a single unit in one of the price lists of the buyer. */
const listed = (index: number): string => {
  const alias = aliasOf(index);
  return `pricing_list_price ${alias} ON ${alias}.variant_id = v.id AND ${alias}.price_list_id = ? AND ${alias}.min_quantity = 1`;
};

const aliasOf = (index: number): string => `lp${index}`;

// The stock of all locations. A join would repeat a variant for each of them.
const stock = (figure: string, name: string, where = ""): string =>
  `(SELECT ${figure} FROM inventory_stock_item s WHERE s.variant_id = v.id${where}) AS ${name}`;

/** The fields that are the same in every market. */
const IN_EVERY_MARKET = {
  cost: {
    tables: ["own"],
    columns: ["p.currency AS own_currency", "p.cost"],
    read: (row: Row) => moneyOfRow({ ...row, currency: row["own_currency"] ?? null }, "cost"),
  },
  priceVersion: {
    tables: ["own"],
    columns: ["p.version AS price_version"],
    read: (row: Row) => toNumber(row["price_version"]),
  },
  onHand: {
    tables: [],
    columns: [stock("SUM(s.on_hand)", "on_hand")],
    read: (row: Row) => toNumber(row["on_hand"]),
  },
  stockVersion: {
    tables: [],
    columns: [
      stock("MAX(s.version)", "stock_version", ` AND s.location_id = '${DEFAULT_LOCATION.id}'`),
    ],
    read: (row: Row) => toNumber(row["stock_version"]),
  },
} as const;

/** Holds whose time has passed are gone, also before their units are given back. */
const UNITS = `s.on_hand - s.reserved - s.claimed - s.safety + CASE WHEN s.reserved > 0 THEN (SELECT COALESCE(SUM(r.quantity), 0) FROM inventory_reservation r WHERE r.variant_id = s.variant_id AND r.location_id = s.location_id AND r.state = 'HELD' AND r.expires_at <= ?) ELSE 0 END`;

/**
 * What a location lacks takes nothing away from the others. Where no location serves the buyer, a variant whose stock is
 * counted has 0 units.
 */
const availableAt = (
  now: Date,
  locations: readonly string[] | undefined,
): Source<PriceAndStockView["available"]> => {
  const serving = locations ?? [];
  const isServing =
    serving.length > 0
      ? `s.location_id IN (${placeholders(serving)}) AND`
      : locations
        ? "0 = 1 AND"
        : "";
  const counted = `CASE WHEN ${isServing} ${UNITS} > 0 THEN ${UNITS} ELSE 0 END`;
  return {
    tables: [],
    columns: [stock(`SUM(${counted})`, "available")],
    values: [...serving, toSqlTime(now), toSqlTime(now)],
    read: (row: Row) => toNumber(row["available"]),
  };
};

const AT_OWN_PRICES: Sources = {
  ...IN_EVERY_MARKET,
  price: {
    tables: ["own"],
    columns: ["p.currency", "p.price"],
    read: (row) => moneyOfRow(row, "price"),
  },
  compareAt: {
    tables: ["own"],
    columns: ["p.currency", "p.compare_at"],
    read: (row) => moneyOfRow(row, "compare_at"),
  },
  isOffered: { tables: ["own"], columns: ["p.price"], read: (row) => row["price"] != null },
};

/**
 * The price in the first list that has one, or else the variant's own price in the same currency:
 * the rule of `choosePrice` for one unit, in SQL.
 */
const atListPrices = (currency: string, lists: number): Sources => {
  const inCurrency = (row: Row): Row => ({ ...row, currency });
  const aliases = Array.from({ length: lists }, (_, index) => aliasOf(index));
  const either = (column: string, as: string) =>
    `CASE ${aliases.map((alias) => `WHEN ${alias}.variant_id IS NOT NULL THEN ${alias}.${column}`).join(" ")} WHEN p.currency = ? THEN p.${column} END AS ${as}`;
  const source = <Value extends PriceAndStockView[PriceAndStockField]>(
    column: string,
    as: string,
    read: (row: Row) => Value,
  ) => ({
    tables: ["own", "listed"] as const,
    columns: [either(column, as)],
    values: [currency],
    read,
  });
  return {
    ...IN_EVERY_MARKET,
    price: source("price", "here_price", (row) => moneyOfRow(inCurrency(row), "here_price")),
    compareAt: source("compare_at", "here_compare_at", (row) =>
      moneyOfRow(inCurrency(row), "here_compare_at"),
    ),
    isOffered: source("price", "here_price", (row) => row["here_price"] != null),
  };
};
