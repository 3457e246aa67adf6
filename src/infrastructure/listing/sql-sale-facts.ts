import type {
  ListedRange,
  ListPriceFacts,
  RangeRequest,
  SaleFacts,
  VariantFacts,
} from "../../application/listing/ports/listing-stores.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { ListPrice } from "../../domain/pricing/pricing.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { toFlag, toNumber } from "../shared/database/cell.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { sqlPriceRanges } from "./sql-price-ranges.js";

/**
 * Variants with price and stock in one statement, for unit of works that have locked the listing.
 * A subquery adds up the stock of all locations, because a join would repeat the variant.
 */
const FACTS =
  "SELECT v.id, v.product_id, v.position, v.tracked, v.sold_out_policy, p.currency, p.price, p.compare_at, (SELECT SUM(s.on_hand - s.reserved) FROM inventory_stock_item s WHERE s.variant_id = v.id) AS available FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id";

export class SqlSaleFacts implements SaleFacts {
  constructor(private readonly session: SqlSession) {}

  async productsOf(variants: readonly VariantId[]): Promise<ReadonlyMap<VariantId, ProductId>> {
    const rows = await this.#rows(
      (ids) => `SELECT id, product_id FROM catalog_variant WHERE id IN (${ids})`,
      variants,
    );
    return new Map(
      rows.map((row) => [
        id<VariantId>(String(row["id"])),
        id<ProductId>(String(row["product_id"])),
      ]),
    );
  }

  async ofVariants(variants: readonly VariantId[]): Promise<readonly VariantFacts[]> {
    const rows = await this.#rows((ids) => `${FACTS} WHERE v.id IN (${ids})`, variants);
    return rows.map(toVariantFacts);
  }

  async ofProducts(
    products: readonly ProductId[],
  ): Promise<ReadonlyMap<ProductId, readonly VariantFacts[]>> {
    const rows = await this.#rows(
      (ids) => `${FACTS} WHERE v.product_id IN (${ids}) ORDER BY v.product_id, v.position`,
      products,
    );
    const found = new Map<ProductId, VariantFacts[]>();
    for (const row of rows) {
      const one = toVariantFacts(row);
      const own = found.get(one.productId);
      if (own) own.push(one);
      else found.set(one.productId, [one]);
    }
    return found;
  }

  async listPricesOf(products: readonly ProductId[]): Promise<ListPriceFacts> {
    const lists = await this.session.query(
      "SELECT id, currency FROM pricing_price_list ORDER BY list_key",
    );
    const rows = await this.#rows(
      (ids) =>
        `SELECT lp.* FROM catalog_variant v JOIN pricing_list_price lp ON lp.variant_id = v.id WHERE v.product_id IN (${ids})`,
      products,
    );
    const prices = new Map<VariantId, ListPrice[]>();
    for (const row of rows) {
      const one = toListPrice(row);
      prices.set(one.variantId, [...(prices.get(one.variantId) ?? []), one]);
    }
    return {
      lists: lists.map((row) => ({
        id: id<PriceListId>(String(row["id"])),
        currency: String(row["currency"]),
      })),
      prices,
    };
  }

  rangesOf(products: readonly ProductId[], request: RangeRequest): Promise<readonly ListedRange[]> {
    return sqlPriceRanges(this.session, products, request);
  }

  async offersOf(
    variants: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, ReadonlySet<PriceListId>>> {
    const rows = await this.#rows(
      (ids) =>
        `SELECT v.id, l.id AS price_list_id FROM catalog_variant v JOIN pricing_price_list l ON 1 = 1 LEFT JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id = l.id LEFT JOIN pricing_variant_price p ON p.variant_id = v.id WHERE v.id IN (${ids}) AND (lp.variant_id IS NOT NULL OR p.currency = l.currency)`,
      variants,
    );
    const offers = new Map<VariantId, Set<PriceListId>>();
    for (const row of rows) {
      const variant = id<VariantId>(String(row["id"]));
      offers.set(
        variant,
        (offers.get(variant) ?? new Set()).add(id<PriceListId>(String(row["price_list_id"]))),
      );
    }
    return offers;
  }

  async #rows(sql: (ids: string) => string, ids: readonly string[]): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (const chunk of toChunks(ids))
      rows.push(...(await this.session.query(sql(placeholders(chunk)), chunk)));
    return rows;
  }
}

const toVariantFacts = (row: Row): VariantFacts => {
  const money = (column: string): Money | null => {
    const amount = toNumber(row[column]);
    return amount === null ? null : Money.of(amount, String(row["currency"]));
  };
  return {
    id: id<VariantId>(String(row["id"])),
    productId: id<ProductId>(String(row["product_id"])),
    position: Number(row["position"]),
    tracked: toFlag(row["tracked"]),
    soldOutPolicy: row["sold_out_policy"] === "CONTINUE" ? "CONTINUE" : "DENY",
    price: money("price"),
    compareAt: money("compare_at"),
    available: toNumber(row["available"]),
  };
};

const toListPrice = (row: Row): ListPrice => ({
  priceList: id<PriceListId>(String(row["price_list_id"])),
  variantId: id<VariantId>(String(row["variant_id"])),
  price: Money.of(Number(row["price"]), String(row["currency"])),
  compareAt:
    row["compare_at"] == null ? null : Money.of(Number(row["compare_at"]), String(row["currency"])),
});
