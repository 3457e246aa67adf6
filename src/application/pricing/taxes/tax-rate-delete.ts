import type { TaxRateId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxRate, type TaxWriteStores } from "./lock-taxes.js";

/** Deletes a tax rate. */
export const taxRateDelete = change(
  mayWriteTaxes,
  async (
    target: Target,
    { stores }: Work<TaxWriteStores>,
  ): Promise<{ readonly deletedTaxRateId: TaxRateId }> => {
    const rate = await lockTaxRate(stores, target);
    rate.delete();
    await stores.taxRates.remove(rate);
    return { deletedTaxRateId: rate.id };
  },
);
