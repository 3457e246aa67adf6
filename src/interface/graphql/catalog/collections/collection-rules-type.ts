import { Field, ObjectType } from "type-graphql";
import type {
  RuleCondition,
  RuleField,
  RuleMatch,
  RuleOperator,
} from "../../../../domain/catalog/collections/collection-rules.js";
import { Cost } from "../../schema/cost.js";
import { RuleFields } from "./rule-fields.js";
import { RuleMatches } from "./rule-matches.js";
import { RuleOperators } from "./rule-operators.js";

@ObjectType("CollectionCondition", {
  simpleResolvers: true,
  description: "One condition of an automated collection.",
})
class CollectionConditionType {
  @Field(() => RuleFields, { description: "The product field that is compared." })
  readonly field!: RuleField;

  @Field(() => RuleOperators, { description: "How the field is compared." })
  readonly operator!: RuleOperator;

  @Field(() => String, {
    nullable: true,
    description: "The value to compare with, as text. Null when the operator takes none.",
  })
  readonly value!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The custom field, as `namespace.key`, or the name of the option. Null for other fields, and for any option.",
  })
  readonly key!: string | null;
}

@ObjectType("CollectionRules", {
  simpleResolvers: true,
  description: "The rules of an automated collection.",
})
export class CollectionRulesType {
  @Field(() => RuleMatches, { description: "How the conditions are combined." })
  readonly match!: RuleMatch;

  @Cost({ items: 5 })
  @Field(() => [CollectionConditionType], {
    description: "The conditions, in the order in which they were entered.",
  })
  readonly conditions!: readonly RuleCondition[];
}
