import { useCase } from "../../shared/use-case.js";
import type { CustomerGroupReads } from "../ports/customer-group-reads.js";
import { mayReadPricing } from "../ports/permissions.js";

/** The customer groups. Staff only. */
export const readCustomerGroups = {
  all: useCase(
    mayReadPricing,
    ({ customerGroupReads }: { readonly customerGroupReads: CustomerGroupReads }) =>
      () =>
        customerGroupReads.all(),
  ),
};
