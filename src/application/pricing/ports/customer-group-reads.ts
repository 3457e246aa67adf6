import type { CustomerGroupSnapshot } from "../../../domain/pricing/customer-group.js";

export type CustomerGroupView = CustomerGroupSnapshot;

/** Reads the customer groups, for staff. */
export interface CustomerGroupReads {
  /** All of them, by key. At most 100. */
  all(): Promise<readonly CustomerGroupView[]>;
}
