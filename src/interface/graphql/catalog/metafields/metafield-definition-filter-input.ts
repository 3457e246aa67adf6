import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType("MetafieldDefinitionFilter", {
  description: "Filters custom field definitions. All conditions must hold (AND).",
})
export class MetafieldDefinitionFilterInput {
  @Field(() => String, { nullable: true, description: "Only this namespace." })
  @MaxLength(INPUT_LIMITS.metafieldName)
  readonly namespace?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Words in the name, namespace or key, at most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;
}
