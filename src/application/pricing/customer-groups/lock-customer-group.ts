import type { CustomerGroup } from "../../../domain/pricing/customer-group.js";
import { CustomerGroupNotFound } from "../../../domain/pricing/errors.js";
import type { CustomerGroupId } from "../../../domain/pricing/ids.js";
import { lockTarget, type Target } from "../../shared/lock-target.js";
import type { Warning } from "../../shared/warning.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** The result of a change of a customer group. Plain JSON. */
export interface CustomerGroupEdited {
  readonly customerGroupId: CustomerGroupId;
  readonly warnings: readonly Warning[];
}

/** @throws CustomerGroupNotFound, StaleVersion */
export const lockCustomerGroup = (
  { customerGroups }: Pick<PricingStores, "customerGroups">,
  target: Target,
): Promise<CustomerGroup> =>
  lockTarget("customergroup", target, customerGroups, (id) => new CustomerGroupNotFound(id));
