import type { CustomerGroupEdited } from "../../../../application/pricing/customer-groups/lock-customer-group.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { CustomerGroupType } from "./customer-group-type.js";
import { loadCustomerGroup } from "./load-customer-group.js";

export const customerGroupPayloads = payloadsOf({
  field: "customerGroup",
  thing: "customer group",
  type: () => CustomerGroupType,
  load: (context, { customerGroupId }: CustomerGroupEdited) =>
    loadCustomerGroup(context, customerGroupId),
});
