import type {
  ListedPriceList,
  SaleFacts,
  VariantFacts,
} from "../../application/listing/ports/listing-stores.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { ListPrice } from "../../domain/pricing/pricing.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { Money } from "../../domain/shared/money.js";
import { toFlag, toNumber } from "../shared/database/cell.js";
import { moneyOfRow } from "../shared/database/money-of-row.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";

/**
 * Variants with price and stock in one statement, for unit of works that have locked the listing.
 * A subquery adds up the stock of all locations, because a join would repeat the variant. What a
 * location lacks takes nothing away from what the others have. Holds that have expired count until
 * they are released: their release refreshes the listing.
 */
const UNITS = "s.on_hand - s.reserved - s.claimed - s.safety";
const FACTS = `SELECT v.id, v.product_id, NULL AS price_list_id, v.position, v.tracked, v.sold_out_policy, p.currency, p.price, p.compare_at, (SELECT COALESCE(NULLIF(SUM(CASE WHEN ${UNITS} > 0 THEN ${UNITS} ELSE 0 END), 0), SUM(${UNITS})) FROM inventory_stock_item s WHERE s.variant_id = v.id) AS available FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id`;

export class SqlSaleFacts implements SaleFacts {
  constructor(private readonly session: Pick<SqlSession, "query">) {}

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
    return byProduct(rows.map(toVariantFacts));
  }

  async withListPricesOf(
    products: readonly ProductId[],
  ): ReturnType<SaleFacts["withListPricesOf"]> {
    const variants: VariantFacts[] = [];
    const lists = new Map<PriceListId, ListedPriceList>();
    const prices = new Map<VariantId, ListPrice[]>();
    for (const chunk of toChunks(products)) {
      const among = placeholders(chunk);
      // One statement of three parts. A join would repeat each variant for each of its prices.
      const rows = await this.session.query(
        `${FACTS} WHERE v.product_id IN (${among}) UNION ALL SELECT v.id, v.product_id, lp.price_list_id, NULL, NULL, NULL, lp.currency, lp.price, lp.compare_at, NULL FROM catalog_variant v JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.min_quantity = 1 WHERE v.product_id IN (${among}) UNION ALL SELECT l.second_list_id, l.third_list_id, l.id, NULL, NULL, NULL, l.currency, NULL, NULL, NULL FROM pricing_price_list l`,
        [...chunk, ...chunk],
      );
      for (const row of rows)
        if (row["price_list_id"] == null) variants.push(toVariantFacts(row));
        else if (row["price"] == null) {
          const list = toListedPriceList(row);
          lists.set(list.id, list);
        } else {
          const one = toListPrice(row);
          const known = prices.get(one.variantId);
          if (known) known.push(one);
          else prices.set(one.variantId, [one]);
        }
    }
    return {
      variants: byProduct(variants.toSorted((a, b) => a.position - b.position)),
      lists: [...lists.values()],
      prices,
    };
  }

  async offersOf(
    variants: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, ReadonlySet<PriceListId>>> {
    const rows = await this.#rows(
      (ids) =>
        `SELECT v.id, l.id AS price_list_id FROM catalog_variant v JOIN pricing_price_list l ON 1 = 1 LEFT JOIN pricing_variant_price p ON p.variant_id = v.id WHERE v.id IN (${ids}) AND (p.currency = l.currency OR EXISTS (SELECT 1 FROM pricing_list_price lp WHERE lp.variant_id = v.id AND lp.price_list_id IN (l.id, l.second_list_id, l.third_list_id) AND lp.min_quantity = 1))`,
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

const byProduct = (
  variants: readonly VariantFacts[],
): ReadonlyMap<ProductId, readonly VariantFacts[]> => {
  const found = new Map<ProductId, VariantFacts[]>();
  for (const one of variants) {
    const own = found.get(one.productId);
    if (own) own.push(one);
    else found.set(one.productId, [one]);
  }
  return found;
};

const toVariantFacts = (row: Row): VariantFacts => ({
  id: id<VariantId>(String(row["id"])),
  productId: id<ProductId>(String(row["product_id"])),
  position: Number(row["position"]),
  tracked: toFlag(row["tracked"]),
  soldOutPolicy: row["sold_out_policy"] === "CONTINUE" ? "CONTINUE" : "DENY",
  price: moneyOfRow(row, "price"),
  compareAt: moneyOfRow(row, "compare_at"),
  available: toNumber(row["available"]),
});

/** The columns of a variant have the fallbacks of a list, which has no price. */
const toListedPriceList = (row: Row): ListedPriceList => ({
  id: id<PriceListId>(String(row["price_list_id"])),
  currency: String(row["currency"]),
  fallbacks: [row["id"], row["product_id"]].flatMap((list) =>
    list == null ? [] : id<PriceListId>(String(list)),
  ),
});

const toListPrice = (row: Row): ListPrice => ({
  priceList: id<PriceListId>(String(row["price_list_id"])),
  variantId: id<VariantId>(String(row["id"])),
  minimumQuantity: 1,
  price: Money.of(Number(row["price"]), String(row["currency"])),
  compareAt: moneyOfRow(row, "compare_at"),
});
