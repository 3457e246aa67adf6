import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { LONGEST_ID, LONGEST_NAME } from "../../input-limits.js";
import { VersionedInput } from "../../mutation-inputs.js";
import { LONGEST_TAG, LanguageInput, MOST_LOCALES } from "./language-input.js";

@InputType({
  description:
    "What a custom field is called in one language. What is left out stays, null takes it away.",
})
export class MetafieldDefinitionTranslationInput extends LanguageInput {
  @Field(() => String, { nullable: true, description: "What forms call it, 1 to 255 characters." })
  @MaxLength(LONGEST_NAME)
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, at most 1,000 characters." })
  @MaxLength(1_000)
  readonly description?: string | null;
}

/** Which definition. */
@InputType()
export abstract class DefinitionTargetInput extends VersionedInput {
  @Field(() => ID, { description: "Which definition." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;
}

@InputType({ description: "Which definition of a custom field to translate, and how." })
export class MetafieldDefinitionTranslationsSetInput extends DefinitionTargetInput {
  @Field(() => [MetafieldDefinitionTranslationInput], {
    description: "Its words, language by language; languages that are not named stay. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  readonly translations!: readonly MetafieldDefinitionTranslationInput[];
}

@InputType({ description: "Which definition is to lose its words in some languages." })
export class MetafieldDefinitionTranslationsRemoveInput extends DefinitionTargetInput {
  @Field(() => [String], {
    description: "The languages; those that it has no words in are passed over. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly locales!: readonly string[];
}
