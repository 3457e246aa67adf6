import { MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { SeoInput } from "../seo/seo-input.js";
import { LanguageInput } from "./language-input.js";

/** What is translated of both products and collections. */
@InputType()
export abstract class DescribedTranslationInput extends LanguageInput {
  @Field(() => String, {
    nullable: true,
    description: "The description as HTML, at most 500,000 characters.",
  })
  @MaxLength(INPUT_LIMITS.html)
  readonly descriptionHtml?: string | null;

  @Field(() => SeoInput, {
    nullable: true,
    description: "Title and description for search engines.",
  })
  @ValidateNested()
  readonly seo?: SeoInput | null;
}
