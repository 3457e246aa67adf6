import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import type { TaxRateId } from "../../../domain/pricing/ids.js";
import { TaxRateSetting } from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "./lock-taxes.js";
import { taxRateContent, toTaxRatePath, type TaxRatePatch } from "./tax-rate-content.js";
import type { TaxRateStores } from "./tax-rates-in-memory.js";

/** Every quote reads all of them. */
export const MAX_TAX_RATES = 2_500;

/** What a new rate has at least. */
export type NewTaxRate = TaxRatePatch & {
  readonly zone: string;
  readonly category: string;
  readonly tax: string;
  readonly percentage: string;
};

/** The result of a change of a tax rate. Plain JSON. */
export interface TaxRateEdited {
  readonly taxRateId: TaxRateId;
  readonly warnings: readonly Warning[];
}

/** Creates a tax rate. */
export const taxRateCreate = change(
  mayWriteTaxes,
  (
    { taxRate }: { readonly taxRate: NewTaxRate },
    { stores, now }: Work<TaxWriteStores>,
    { ids }: { readonly ids: Ids },
  ) =>
    withPathAsync(
      (path) => ["taxRate", ...path],
      async (): Promise<TaxRateEdited> => {
        await lockTaxes(stores);
        return addTaxRate(taxRate, stores, ids, now);
      },
    ),
);

/** Adds one rate. The taxes are locked. */
export const addTaxRate = (
  rate: NewTaxRate,
  stores: TaxRateStores,
  ids: Ids,
  now: Date,
): Promise<TaxRateEdited> =>
  withPathAsync(toTaxRatePath, async () => {
    const content = await taxRateContent(stores, rate, null);
    const others = await stores.taxRates.of(content.zone, content.category);
    const added = TaxRateSetting.create(ids.next("taxrate"), content, others, now);
    const count = await stores.taxRates.count();
    if (count >= MAX_TAX_RATES) throw new TooManyOfAKind("tax rates", count + 1, MAX_TAX_RATES);
    await stores.taxRates.save(added);
    return { taxRateId: added.id, warnings: [] };
  });
