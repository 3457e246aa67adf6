import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** The base of the inputs of texts in one language. */
@InputType()
export abstract class LanguageInput {
  @Field(() => String, {
    description: "The language as a BCP 47 tag: `de`, `de-AT`, `zh-Hant`.",
  })
  @MaxLength(INPUT_LIMITS.localeTag)
  readonly locale!: string;
}
