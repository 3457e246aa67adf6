import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PageRequest } from "../../shared/page.js";
import type { WorkId } from "../../shared/schedule.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadPricing } from "../ports/permissions.js";
import type { ScheduledPriceFilter, ScheduledPriceReads } from "../ports/scheduled-price-reads.js";

interface Needs {
  readonly scheduledPriceReads: ScheduledPriceReads;
}

/** The scheduled price changes. Staff only, because they reveal future sales. */
export const readScheduledPrices = {
  ofVariants: useCase(
    mayReadPricing,
    ({ scheduledPriceReads }: Needs) =>
      (ids: readonly VariantId[]) =>
        scheduledPriceReads.ofVariants(ids),
  ),
  byId: useCase(
    mayReadPricing,
    ({ scheduledPriceReads }: Needs) =>
      (ids: readonly WorkId[]) =>
        scheduledPriceReads.byId(ids),
  ),
  list: useCase(
    mayReadPricing,
    ({ scheduledPriceReads }: Needs) =>
      ({ filter, page }: { readonly filter: ScheduledPriceFilter; readonly page: PageRequest }) =>
        scheduledPriceReads.list(filter, page),
  ),
  count: useCase(
    mayReadPricing,
    ({ scheduledPriceReads }: Needs) =>
      (filter: ScheduledPriceFilter) =>
        scheduledPriceReads.count(filter),
  ),
};
