import { type Bulk, type BulkOutcome, inBulk } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "./lock-taxes.js";
import type { TaxRateEdited } from "./tax-rate-create.js";
import { reviseTaxRate, type TaxRateChange } from "./tax-rate-update.js";
import { taxRatesInMemory } from "./tax-rates-in-memory.js";

/** Changes several tax rates, such as the end of all that a reform replaces. */
export const taxRatesUpdate = change(
  mayWriteTaxes,
  async (
    command: Bulk<TaxRateChange>,
    work: Work<TaxWriteStores>,
  ): Promise<BulkOutcome<TaxRateEdited>> => {
    await lockTaxes(work.stores);
    const stores = await taxRatesInMemory(work.stores);
    return inBulk(command, work, (item) => reviseTaxRate(item, stores, work.now));
  },
);
