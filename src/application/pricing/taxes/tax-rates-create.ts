import { type Bulk, type BulkOutcome, inBulk } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "./lock-taxes.js";
import { addTaxRate, type NewTaxRate, type TaxRateEdited } from "./tax-rate-create.js";
import { taxRatesInMemory } from "./tax-rates-in-memory.js";

/** Creates several tax rates, such as those of a new country. */
export const taxRatesCreate = change(
  mayWriteTaxes,
  async (
    command: Bulk<NewTaxRate>,
    work: Work<TaxWriteStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<BulkOutcome<TaxRateEdited>> => {
    await lockTaxes(work.stores);
    const stores = await taxRatesInMemory(work.stores);
    return inBulk(command, work, (rate) => addTaxRate(rate, stores, ids, work.now));
  },
);
