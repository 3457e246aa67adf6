import { registerEnumType } from "type-graphql";
import { SOLD_OUT_POLICIES } from "../../../../domain/catalog/variants/variant.js";
import { enumOf } from "../../schema/enum-of.js";

export const SoldOutPolicies = enumOf(SOLD_OUT_POLICIES);
registerEnumType(SoldOutPolicies, {
  name: "SoldOutPolicy",
  description: "What happens when a variant is out of stock.",
  valuesConfig: {
    DENY: { description: "It cannot be bought." },
    CONTINUE: { description: "It can still be bought, and is delivered later." },
  },
});
