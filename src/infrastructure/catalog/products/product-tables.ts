import { priceListOf } from "../../../application/shared/shopping-context.js";
import type { Audience } from "../../../application/catalog/ports/audience.js";
import type { ProductFilter } from "../../../application/catalog/ports/product-list.js";
import type { ProductView } from "../../../application/catalog/ports/product-view.js";
import type { Condition } from "../../shared/database/condition.js";
import type { KeysetOrder } from "../../shared/database/keyset.js";
import type { Selection } from "../../shared/database/selection.js";
import type { Dialect } from "../../shared/database/sql-session.js";
import { dependsOnPrices } from "./product-conditions.js";

/** What a statement about products reads. */
interface ProductStatement {
  readonly selection?: Selection<ProductView>;
  readonly filter?: ProductFilter;
  readonly order?: KeysetOrder;
  /** Set where the statement names the index of its order. */
  readonly dialect?: Dialect;
}

const POSITIONS = "JOIN catalog_collection_product cp ON cp.product_id = l.product_id";
const PRODUCT = "JOIN catalog_product p ON p.id = l.product_id";
const OPTION_AVAILABILITY = "LEFT JOIN catalog_choice o ON o.product_id = l.product_id";

/** The tables of a statement about products, of which `l`, the listing, is the first. */
export const productTables = (statement: ProductStatement, audience: Audience): Condition => {
  const prices = pricesFor(statement, audience);
  const joins = [
    ...(statement.filter?.collection === undefined ? [] : [POSITIONS]),
    ...(reads(statement, "p.") ? [PRODUCT] : []),
    ...(reads(statement, "o.") ? [OPTION_AVAILABILITY] : []),
    ...prices.map(({ sql }) => sql),
  ];
  return {
    sql: [`catalog_listing l${indexHint(statement, audience)}`, ...joins].join(" "),
    values: prices.flatMap(({ values }) => values),
  };
};

/** Whether the statement walks the index of active products in the order of the list. */
export const walksIndex = (
  { order, filter, dialect }: ProductStatement,
  { sees }: Audience,
): boolean =>
  sees === "visible" &&
  dialect !== undefined &&
  filter?.collection === undefined &&
  order !== undefined &&
  order.column.startsWith("l.");

// Without the hint, databases read the rows by another index and sort them.
const indexHint = (statement: ProductStatement, audience: Audience): string => {
  const { order, dialect } = statement;
  if (order === undefined || !walksIndex(statement, audience)) return "";
  const name = `ix_catalog_listing_status_${order.column.slice("l.".length)}_product_id`;
  return dialect === "sqlite" ? ` INDEXED BY ${name}` : ` FORCE INDEX (${name})`;
};

// Only a list in the order of prices walks the index of the price ranges. All others look the
// prices up: a left join, because databases would begin with the ranges otherwise.
const pricesFor = (
  statement: ProductStatement,
  { shoppingContext }: Audience,
): readonly Condition[] => {
  const isByPrice = statement.order?.column.startsWith("r.") ?? false;
  const readsPrices =
    isByPrice || reads(statement, "r.") || dependsOnPrices(statement.filter ?? {});
  const priceList = priceListOf(shoppingContext);
  if (priceList === null || !readsPrices) return [];
  return [
    {
      sql: `${isByPrice ? "JOIN" : "LEFT JOIN"} catalog_price_range r ON r.product_id = l.product_id AND r.price_list_id = ?`,
      values: [priceList],
    },
  ];
};

const reads = ({ selection }: ProductStatement, alias: keyof typeof ALIASES): boolean =>
  selection?.columns.some((column) => ALIASES[alias].test(column)) ?? false;

// Anywhere in the column: a translated text is an expression that contains the original.
const ALIASES = { "p.": /\bp\./, "o.": /\bo\./, "r.": /\br\./ } as const;
