import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import type {
  RuleField,
  RuleMatch,
  RuleOperator,
} from "../../../../domain/catalog/collections/collection-rules.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { RuleFields } from "./rule-fields.js";
import { RuleMatches } from "./rule-matches.js";
import { RuleOperators } from "./rule-operators.js";

@InputType({ description: "One condition of an automated collection." })
class CollectionConditionInput {
  @Field(() => RuleFields, { description: "The product field to compare." })
  readonly field!: RuleField;

  @Field(() => RuleOperators, { description: "How to compare. The operator must suit the field." })
  readonly operator!: RuleOperator;

  @Field(() => String, {
    nullable: true,
    description:
      "The value to compare with, as text of at most 255 characters: words, a decimal with a point, `true`, or a time such as `2026-11-22T12:00:00Z`. Omit it for IS_SET and IS_NOT_SET.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly value?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "For METAFIELD: `namespace.key`. For OPTION_VALUE: the name of the option, or omitted for any option. Not allowed for other fields.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly key?: string | null;
}

@InputType({ description: "The rules of an automated collection." })
export class CollectionRulesInput {
  @Field(() => RuleMatches, { description: "How the conditions are combined." })
  readonly match!: RuleMatch;

  @Field(() => [CollectionConditionInput], { description: "The conditions, 1 to 60." })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly conditions!: readonly CollectionConditionInput[];
}
