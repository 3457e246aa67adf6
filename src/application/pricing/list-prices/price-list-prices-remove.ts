import { change, type Work } from "../../shared/change.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PriceWriteStores } from "../prices/after-price-changes.js";
import {
  editListPrices,
  type ListPricesCommand,
  type ListPriceTarget,
} from "./edit-list-prices.js";

/**
 * Removes prices of variants from a price list. Their own prices apply again; in another currency
 * than that of the list they cannot be bought.
 */
export const priceListPricesRemove = change(
  mayWritePricing,
  (command: ListPricesCommand<ListPriceTarget>, work: Work<PriceWriteStores>) =>
    editListPrices(command, work, () => ({ price: null, warnings: [] })),
);
