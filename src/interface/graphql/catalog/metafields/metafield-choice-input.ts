import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({ description: "The label of a choice in one language." })
class MetafieldChoiceTranslationInput {
  @Field(() => String, { description: "The language tag (BCP 47), such as `de`." })
  @MaxLength(INPUT_LIMITS.localeTag)
  readonly locale!: string;

  @Field(() => String, { description: "The label in this language, 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly label!: string;
}

@InputType({ description: "A value that a custom field of choices may have." })
export class MetafieldChoiceInput {
  @Field(() => String, {
    description:
      "The value that is stored, 1 to 255 characters. It identifies the choice: to rename a choice, change its label.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly value!: string;

  @Field(() => String, {
    nullable: true,
    description: "The text for display, 1 to 255 characters. Default: the value.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly label?: string | null;

  @Field(() => [MetafieldChoiceTranslationInput], {
    nullable: true,
    description: "The label in other languages, at most 50. Default: none.",
  })
  @ArrayMaxSize(INPUT_LIMITS.locales)
  @ValidateNested({ each: true })
  readonly translations?: readonly MetafieldChoiceTranslationInput[] | null;
}
