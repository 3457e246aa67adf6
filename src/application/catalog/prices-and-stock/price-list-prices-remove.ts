import { change, type Work } from "../../shared/change.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import type { EditStores } from "../product-edit/lock-products.js";
import { editListPrices, type ListPricesCommand } from "./edit-list-prices.js";

/**
 * Removes prices of variants from a price list. Their own prices apply again; in another currency
 * than that of the list they cannot be bought.
 */
export const priceListPricesRemove = change(
  mayWritePricing,
  (command: ListPricesCommand<{ readonly variantId: string }>, work: Work<EditStores>) =>
    editListPrices(command, work, () => ({ price: null, warnings: [] })),
);
