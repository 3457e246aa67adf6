import type { CatalogReads } from "../../../application/catalog/ports/catalog-reads.js";
import type {
  PriceAndStockRequest,
  PriceAndStockView,
  VariantWithPriceAndStock,
} from "../../../application/catalog/ports/prices-and-stock.js";
import type { VariantView } from "../../../application/catalog/ports/product-view.js";
import type { Clock } from "../../../application/shared/clock.js";
import type { KeysetOrder } from "../../shared/database/keyset.js";
import { countRows, readByKey, readPage } from "../../shared/database/read-page.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { select, type Selection } from "../../shared/database/selection.js";
import type { Row } from "../../shared/database/sql-session.js";
import { visibility } from "../columns/visibility.js";
import { countParts, pagesByPosition } from "./pages-by-position.js";
import { selectPriceAndStock, type PriceAndStockSelection } from "./select-price-and-stock.js";
import { variantConditions } from "./variant-conditions.js";
import { VARIANT_FIELDS } from "./variant-fields.js";

type Reads = Pick<
  CatalogReads,
  "variantsOfProducts" | "countVariants" | "variants" | "countAllVariants" | "variantsById"
>;

const FROM = "catalog_variant v";

export const variantReads = (source: ReadSource, clock: Clock): Reads => ({
  variantsOfProducts: (ids, page, fields, request) => {
    const variants = select(VARIANT_FIELDS, "v.id", fields);
    if (!request || request.fields.size === 0)
      return pagesByPosition(source, { ...variants, table: FROM }, ids, page);
    const { columns, read, joins, values } = withPriceAndStock(variants, request, clock.now());
    return pagesByPosition(source, { table: FROM, columns, read, joins, values }, ids, page);
  },

  countVariants: (ids) => countParts(source, "catalog_variant", ids),

  variants: (filter, page, fields) =>
    readPage(
      source,
      {
        ...select(VARIANT_FIELDS, "v.id", fields),
        from: FROM,
        where: variantConditions(filter),
        order: OLDEST_FIRST,
      },
      page,
    ),

  countAllVariants: (filter) => countRows(source, { from: FROM, where: variantConditions(filter) }),

  variantsById: (ids, audience, fields, request) => {
    const variants = select(VARIANT_FIELDS, "v.id", fields);
    const { columns, read, joins, values } =
      request && request.fields.size > 0
        ? withPriceAndStock(variants, request, clock.now())
        : { ...variants, joins: "", values: [] };
    return readByKey(source, "v.id", ids, {
      columns,
      read,
      from: {
        sql: `${FROM} JOIN catalog_listing l ON l.product_id = v.product_id${joins}`,
        values,
      },
      where: visibility(audience, "l"),
    });
  },
});

const withPriceAndStock = (
  variants: Selection<VariantView>,
  request: PriceAndStockRequest,
  now: Date,
): PriceAndStockSelection & { readonly read: (row: Row) => VariantWithPriceAndStock } => {
  const priceAndStock = selectPriceAndStock(request, now);
  return {
    ...priceAndStock,
    columns: [...variants.columns, ...priceAndStock.columns],
    read: (row) =>
      Object.assign<object, Pick<VariantWithPriceAndStock, "priceAndStock">>(variants.read(row), {
        priceAndStock: readOrError(priceAndStock, row),
      }) as VariantWithPriceAndStock,
  };
};

// A price that cannot be read must not cost the page of variants.
const readOrError = (
  selection: PriceAndStockSelection,
  row: Row,
): Partial<PriceAndStockView> | Error => {
  try {
    return selection.read(row);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

/** Ids begin with the time. */
const OLDEST_FIRST: KeysetOrder = {
  name: "added",
  column: "v.id",
  kind: "text",
  idColumn: "v.id",
  reverse: false,
};
