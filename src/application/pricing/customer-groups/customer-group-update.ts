import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { lockCustomerGroup, type CustomerGroupEdited } from "./lock-customer-group.js";

interface CustomerGroupUpdate extends Target {
  readonly changes: {
    readonly key?: string | null | undefined;
    /** Null: the key. */
    readonly name?: string | null | undefined;
  };
}

/** Changes the key or the name of a customer group. */
export const customerGroupUpdate = change(
  mayWritePricing,
  async (
    { changes, ...target }: CustomerGroupUpdate,
    { stores, now }: Work<Pick<PricingStores, "customerGroups">>,
  ): Promise<CustomerGroupEdited> => {
    const group = await lockCustomerGroup(stores, target);
    const stored = group.snapshot();
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      async () => {
        const key = changes.key ?? stored.key;
        const name = changes.name === null ? key : (changes.name ?? stored.name);
        const changed = group.revise({ key, name }, now);
        await stores.customerGroups.save(group);
        return changed;
      },
    );
    return { customerGroupId: group.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
