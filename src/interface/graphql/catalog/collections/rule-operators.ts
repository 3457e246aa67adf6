import { registerEnumType } from "type-graphql";
import { RULE_OPERATORS } from "../../../../domain/catalog/collections/collection-rules.js";
import { enumOf } from "../../schema/enum-of.js";

export const RuleOperators = enumOf(RULE_OPERATORS);

registerEnumType(RuleOperators, {
  name: "CollectionRuleOperator",
  description:
    "How a condition compares. Text is compared without regard to case and accents. Not every operator suits every field: order needs numbers or times, parts of words need text.",
  valuesConfig: {
    EQUALS: { description: "Equals the value. Suits all fields." },
    NOT_EQUALS: {
      description:
        "Differs from the value. With several values: all differ, of variants those that meet the other conditions. Suits all fields.",
    },
    CONTAINS: { description: "Contains these words." },
    NOT_CONTAINS: {
      description:
        "Does not contain these words. With several values: none contains them, of variants none that meets the other conditions.",
    },
    STARTS_WITH: { description: "Starts with these words." },
    ENDS_WITH: { description: "Ends with these words." },
    GREATER_THAN: { description: "Greater, or later." },
    LESS_THAN: { description: "Less, or earlier." },
    AT_LEAST: { description: "Greater than or equal, or at the same time or later." },
    AT_MOST: { description: "Less than or equal, or at the same time or earlier." },
    IS_SET: { description: "Has a value. Takes no `value`." },
    IS_NOT_SET: { description: "Has no value. Takes no `value`." },
  },
});
