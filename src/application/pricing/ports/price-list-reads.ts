import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { ListPrice } from "../../../domain/pricing/list-price.js";
import type { PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import type { Page, PageRequest } from "../../shared/page.js";

export type PriceListView = PriceListSnapshot;

export type ListPriceView = ListPrice;

/** Reads price lists and their prices, for staff. */
export interface PriceListReads {
  /** All of them, by key. */
  all(): Promise<readonly PriceListView[]>;
  /**
   * One page of the prices of a list, by the id of the variant and the minimum quantity.
   * @throws InvalidCursor
   */
  prices(priceList: PriceListId, page: PageRequest): Promise<Page<ListPriceView>>;
  countPrices(priceList: PriceListId): Promise<number>;
  /**
   * The prices of variants in all lists, by the key of the list and the minimum quantity, in one
   * statement. Variants without such a price are absent.
   */
  pricesOfVariants(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ListPriceView[]>>;
}
