import type { TaxRateId } from "../../../domain/pricing/ids.js";
import type { PageRequest } from "../../shared/page.js";
import type { TaxRateFilter } from "../ports/tax-reads.js";
import { taxReading } from "./tax-reading.js";

/** The tax rates of the shop. Staff only. */
export const readTaxRates = {
  list: taxReading(
    ({ filter, page }: { readonly filter: TaxRateFilter; readonly page: PageRequest }, { rates }) =>
      rates.list(filter, page),
  ),
  count: taxReading((filter: TaxRateFilter, { rates }) => rates.count(filter)),
  byId: taxReading((ids: readonly TaxRateId[], { rates }) => rates.byId(ids)),
};
