import type { CustomerGroupView } from "../../../../application/pricing/ports/customer-group-reads.js";
import type { CustomerGroupId } from "../../../../domain/pricing/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";

/** One customer group, together with all others that are requested in the same tick. */
export const loadCustomerGroup = (
  { app, batch, viewer }: GraphqlContext,
  id: CustomerGroupId,
): Promise<CustomerGroupView | null> =>
  batch.load(
    ["customer group"],
    id,
    async () =>
      new Map((await app.pricing.customerGroups.all({}, viewer)).map((group) => [group.id, group])),
  );
