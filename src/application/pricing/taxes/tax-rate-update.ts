import { TaxRateNotFound } from "../../../domain/pricing/tax-settings/errors.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "./lock-taxes.js";
import { taxRateContent, toTaxRatePath, type TaxRatePatch } from "./tax-rate-content.js";
import type { TaxRateEdited } from "./tax-rate-create.js";
import type { TaxRateStores } from "./tax-rates-in-memory.js";

export interface TaxRateChange extends Target {
  readonly changes: TaxRatePatch;
}

/** Changes a tax rate. A new percentage is better a new rate, so that the past stays as it was. */
export const taxRateUpdate = change(
  mayWriteTaxes,
  async (item: TaxRateChange, { stores, now }: Work<TaxWriteStores>): Promise<TaxRateEdited> => {
    await lockTaxes(stores);
    return reviseTaxRate(item, stores, now);
  },
);

/** Changes one rate. The taxes are locked. @throws TaxRateNotFound, StaleVersion */
export const reviseTaxRate = async (
  { changes, ...target }: TaxRateChange,
  stores: TaxRateStores,
  now: Date,
): Promise<TaxRateEdited> => {
  const rate = await lockTarget(
    "taxrate",
    target,
    stores.taxRates,
    (id) => new TaxRateNotFound(id),
  );
  const hasChanged = await withPathAsync(
    (path) => ["changes", ...toTaxRatePath(path)],
    async () => {
      const content = await taxRateContent(stores, changes, rate.snapshot());
      const besides = await stores.taxRates.of(content.zone, content.category);
      const others = besides.filter(({ id }) => id !== rate.id);
      return rate.revise(content, others, now);
    },
  );
  await stores.taxRates.save(rate);
  return { taxRateId: rate.id, warnings: hasChanged ? [] : [nothingChanged()] };
};
