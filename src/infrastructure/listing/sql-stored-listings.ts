import type {
  RangeRequest,
  StoredListing,
  StoredListings,
} from "../../application/listing/ports/listing-stores.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupRows } from "../shared/database/group-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../shared/database/sql-session.js";
import { addUpRanges } from "./add-up-ranges.js";
import {
  answerColumns,
  fromAvailableFlags,
  selectAnswers,
  toAnswers,
  toAvailableFlags,
} from "./answer-columns.js";

export class SqlStoredListings implements StoredListings {
  constructor(private readonly session: SqlSession) {}

  lock(products: readonly ProductId[]): Promise<ReadonlyMap<ProductId, StoredListing>> {
    return readStoredListings(this.session, products, forUpdate(this.session));
  }

  async save({
    productId,
    answers,
    sellable,
  }: Parameters<StoredListings["save"]>[0]): Promise<void> {
    if (answers) {
      const columns = answerColumns(answers);
      const assignments = Object.keys(columns).map((column) => `${column} = ?`);
      await this.session.change(
        `UPDATE catalog_listing SET ${assignments.join(", ")} WHERE product_id = ?`,
        [...Object.values(columns), productId],
      );
    }
    if (sellable)
      await this.session.change("UPDATE catalog_choice SET available = ? WHERE product_id = ?", [
        toAvailableFlags(sellable),
        productId,
      ]);
  }

  addUpRanges(products: readonly ProductId[], request: RangeRequest): Promise<void> {
    return addUpRanges(this.session, products, request);
  }
}

/** @param lock of the SELECT */
export const readStoredListings = async (
  reader: Pick<SqlSession, "query">,
  products: readonly ProductId[],
  lock = "",
): Promise<ReadonlyMap<ProductId, StoredListing>> => {
  const found = new Map<ProductId, StoredListing>();
  for (const chunk of toChunks(products.toSorted())) {
    const rows = await reader.query(
      `SELECT l.product_id, ${selectAnswers("l")}, o.available AS sellable, r.price_list_id, ${selectAnswers("r")}, r.sellable AS sellable_there FROM catalog_listing l LEFT JOIN catalog_choice o ON o.product_id = l.product_id LEFT JOIN catalog_price_range r ON r.product_id = l.product_id WHERE l.product_id IN (${placeholders(chunk)}) ORDER BY l.product_id${lock}`,
      chunk,
    );
    for (const [product, own] of groupRows(rows, "product_id"))
      found.set(id<ProductId>(product), toStoredListing(id<ProductId>(product), own));
  }
  return found;
};

/** @param rows one for each price list, or one without */
const toStoredListing = (productId: ProductId, rows: readonly Row[]): StoredListing => ({
  productId,
  answers: toAnswers(rows[0] ?? {}, "l"),
  sellable: fromAvailableFlags(rows[0]?.["sellable"]),
  priceLists: rows
    .filter((row) => row["price_list_id"] != null)
    .map((row) => ({
      productId,
      priceList: id<PriceListId>(String(row["price_list_id"])),
      ...toAnswers(row, "r"),
      sellable: fromAvailableFlags(row["sellable_there"]),
    })),
});
