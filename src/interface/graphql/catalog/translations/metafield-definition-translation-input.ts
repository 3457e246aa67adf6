import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { LanguageInput } from "./language-input.js";

@InputType({
  description:
    "Name and description of a custom field in one language. Omitted fields stay; null removes a text.",
})
export class MetafieldDefinitionTranslationInput extends LanguageInput {
  @Field(() => String, {
    nullable: true,
    description: "The name for display in forms, 1 to 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the field is for, at most 1,000 characters.",
  })
  @MaxLength(1_000)
  readonly description?: string | null;
}
