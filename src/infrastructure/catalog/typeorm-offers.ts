import type {
  AskedOffers,
  OfferField,
  Offers,
  OfferView,
} from "../../application/catalog/ports.js";
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
  /** What it is read from; nothing where it is known without. */
  readonly tables: readonly ("own" | "listed" | "stock")[];
  readonly columns: readonly string[];
  /** Of the values that stand for `?` in the columns. */
  readonly values?: readonly string[];
  readonly read: (row: Row) => Value;
}

type Sources = { readonly [Field in OfferField]: OfferSource<OfferView[Field]> };

/** What does not depend on where somebody looks from. */
const ANYWHERE = {
  cost: {
    tables: ["own"],
    columns: ["p.currency AS own_currency", "p.cost"],
    read: (row: Row) => money({ ...row, currency: row["own_currency"] ?? null }, "cost"),
  },
  onHand: {
    tables: ["stock"],
    columns: ["s.on_hand"],
    read: (row: Row) => toNumber(row["on_hand"]),
  },
  stockVersion: {
    tables: ["stock"],
    columns: ["s.version AS stock_version"],
    read: (row: Row) => toNumber(row["stock_version"]),
  },
  available: {
    tables: ["stock"],
    columns: ["s.on_hand - s.reserved AS available"],
    read: (row: Row) => toNumber(row["available"]),
  },
} as const;

const AT_OWN_PRICES: Sources = {
  ...ANYWHERE,
  price: {
    tables: ["own"],
    columns: ["p.currency", "p.price"],
    read: (row) => money(row, "price"),
  },
  compareAt: {
    tables: ["own"],
    columns: ["p.currency", "p.compare_at"],
    read: (row) => money(row, "compare_at"),
  },
  isOffered: { tables: [], columns: [], read: () => true },
};

/** The price in the list, or else the variant's own one in the same currency: what `priceWithin` says, in SQL. */
const atListPrices = (currency: string): Sources => {
  const here = (row: Row): Row => ({ ...row, currency });
  const either = (column: string, as: string) =>
    `CASE WHEN lp.variant_id IS NOT NULL THEN lp.${column} WHEN p.currency = ? THEN p.${column} END AS ${as}`;
  const source = <Value extends OfferView[OfferField]>(
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
    ...ANYWHERE,
    price: source("price", "here_price", (row) => money(here(row), "here_price")),
    compareAt: source("compare_at", "here_compare_at", (row) =>
      money(here(row), "here_compare_at"),
    ),
    isOffered: source("price", "here_price", (row) => row["here_price"] != null),
  };
};

const FROM = {
  own: "pricing_variant_price p ON p.variant_id = v.id",
  listed: "pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id = ?",
  stock: "inventory_stock_item s ON s.variant_id = v.id",
} as const;

/** What a SELECT on `v`, the variant, needs to know offers too. */
export interface OfferSelection {
  readonly columns: readonly string[];
  readonly joins: string;
  /** Of the columns, then of the joins. */
  readonly values: readonly string[];
  readonly read: (row: Row) => Partial<OfferView>;
}

/** Prices and stock stay in one database, so one statement may ask for both; only the tables of the requested fields are touched. */
export const selectOffers = ({ fields, place }: AskedOffers): OfferSelection => {
  const sources = place?.priceList ? atListPrices(place.currency) : AT_OWN_PRICES;
  const chosen = [...fields].map((field) => [field, sources[field]] as const);
  const tables = [...new Set(chosen.flatMap(([, one]) => one.tables))];
  const columns = new Map(
    chosen.flatMap(([, one]) => one.columns.map((column) => [column, one.values ?? []] as const)),
  );
  return {
    columns: [...columns.keys()],
    joins: tables.map((table) => ` LEFT JOIN ${FROM[table]}`).join(""),
    values: [
      ...[...columns.values()].flat(),
      ...(tables.includes("listed") && place?.priceList ? [place.priceList] : []),
    ],
    read: (row) => {
      const offer: { -readonly [Field in OfferField]?: OfferView[Field] } = {};
      for (const [field, { read }] of chosen)
        (offer as Record<OfferField, unknown>)[field] = read(row);
      return offer;
    },
  };
};

export const typeormOffers = (source: ReadSource): Offers => ({
  byVariant: async (ids, fields, place) => {
    if (ids.length === 0 || fields.size === 0) return new Map();
    const { columns, joins, values, read } = selectOffers({ fields, ...(place && { place }) });
    const rows = await source.query(
      `SELECT ${["v.id", ...columns].join(", ")} FROM catalog_variant v${joins} WHERE v.id IN (${placeholders(ids)})`,
      [...values, ...ids],
    );
    return new Map(rows.map((row) => [id<VariantId>(String(row["id"])), read(row)]));
  },
});
