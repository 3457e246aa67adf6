import type { CustomerGroupId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { lockCustomerGroup } from "./lock-customer-group.js";

/** Deletes a customer group for which no price list is made. */
export const customerGroupDelete = change(
  mayWritePricing,
  async (
    target: Target,
    { stores }: Work<Pick<PricingStores, "customerGroups" | "priceLists">>,
  ): Promise<{ readonly deletedCustomerGroupId: CustomerGroupId }> => {
    const group = await lockCustomerGroup(stores, target);
    const lists = await stores.priceLists.madeFor({ customerGroup: group.id });
    group.delete(lists.map(({ key }) => key));
    await stores.customerGroups.remove(group);
    return { deletedCustomerGroupId: group.id };
  },
);
