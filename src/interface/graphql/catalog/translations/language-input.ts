import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";

/** The longest tag that is registered for use in the wild has fewer (RFC 5646, 4.4.1). */
export const LONGEST_TAG = 35;
export const MOST_LOCALES = 50;

/** Texts in one language. */
@InputType()
export abstract class LanguageInput {
  @Field(() => String, {
    description: "The language, as a tag of BCP 47: `de`, `de-AT`, `zh-Hant`.",
  })
  @MaxLength(LONGEST_TAG)
  readonly locale!: string;
}
