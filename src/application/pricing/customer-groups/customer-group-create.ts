import { CustomerGroup } from "../../../domain/pricing/customer-group.js";
import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import type { CustomerGroupEdited } from "./lock-customer-group.js";

/** All of them are read at once. */
export const MAX_CUSTOMER_GROUPS = 100;

interface CustomerGroupCreate {
  readonly customerGroup: {
    readonly key: string;
    /** The key when left out. */
    readonly name?: string | null | undefined;
  };
}

/** Creates a customer group, for which price lists can be made. */
export const customerGroupCreate = change(
  mayWritePricing,
  (
    { customerGroup: { key, name } }: CustomerGroupCreate,
    { stores, now }: Work<Pick<PricingStores, "customerGroups" | "markets">>,
    { ids }: { readonly ids: Ids },
  ): Promise<CustomerGroupEdited> =>
    withPathAsync(
      (path) => ["customerGroup", ...path],
      async () => {
        const group = CustomerGroup.create(
          ids.next("customergroup"),
          { key, name: name ?? key },
          now,
        );
        // One after the other, so that there are not too many.
        await stores.markets.default();
        const count = await stores.customerGroups.count();
        if (count >= MAX_CUSTOMER_GROUPS)
          throw new TooManyOfAKind("customer groups", count + 1, MAX_CUSTOMER_GROUPS);
        await stores.customerGroups.save(group);
        return { customerGroupId: group.id, warnings: [] };
      },
    ),
);
