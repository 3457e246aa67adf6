import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({ description: "Identifies a custom field." })
export class MetafieldNameInput {
  @Field(() => String, {
    description: "The namespace: 2 to 64 letters, digits, hyphens and underscores.",
  })
  @MaxLength(INPUT_LIMITS.metafieldName)
  readonly namespace!: string;

  @Field(() => String, {
    description: "The key within the namespace: 2 to 64 letters, digits, hyphens and underscores.",
  })
  @MaxLength(INPUT_LIMITS.metafieldName)
  readonly key!: string;
}
