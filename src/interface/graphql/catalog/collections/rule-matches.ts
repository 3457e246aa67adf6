import { registerEnumType } from "type-graphql";
import { RULE_MATCHES } from "../../../../domain/catalog/collections/collection-rules.js";
import { enumOf } from "../../schema/enum-of.js";

export const RuleMatches = enumOf(RULE_MATCHES);

registerEnumType(RuleMatches, {
  name: "CollectionRuleMatch",
  description: "How the conditions of an automated collection are combined.",
  valuesConfig: {
    ALL: { description: "All conditions must hold (AND)." },
    ANY: { description: "At least one condition must hold (OR)." },
  },
});
