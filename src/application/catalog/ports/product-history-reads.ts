import type { ProductId } from "../../../domain/catalog/ids.js";
import type { Page, PageRequest } from "../../shared/page.js";
import type { ProductRevision } from "./catalog-stores.js";

/** Reads the history of products, newest first, also of deleted products. */
export interface ProductHistoryReads {
  /** One page for each product, in one statement. @throws InvalidCursor */
  ofProducts(
    ids: readonly ProductId[],
    page: PageRequest,
  ): Promise<ReadonlyMap<ProductId, Page<ProductRevision>>>;
  count(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, number>>;
}
