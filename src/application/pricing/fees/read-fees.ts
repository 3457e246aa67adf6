import { useCase } from "../../shared/use-case.js";
import type { FeeReads } from "../ports/fee-reads.js";
import { mayReadPricing } from "../ports/permissions.js";

/** The fees of the shop. Staff only. */
export const readFees = {
  all: useCase(
    mayReadPricing,
    ({ feeReads }: { readonly feeReads: FeeReads }) =>
      () =>
        feeReads.all(),
  ),
};
