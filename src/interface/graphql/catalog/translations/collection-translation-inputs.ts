import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { LONGEST_HTML, LONGEST_NAME } from "../../input-limits.js";
import { CollectionTargetInput } from "../collections/collection-inputs.js";
import { SeoInput } from "../products/product-inputs.js";
import { LONGEST_TAG, LanguageInput, MOST_LOCALES } from "./language-input.js";

@InputType({
  description:
    "The texts of a collection in one language. What is left out stays, null takes it away.",
})
export class CollectionTranslationInput extends LanguageInput {
  @Field(() => String, {
    nullable: true,
    description: "What the collection is called, 1 to 255 characters.",
  })
  @MaxLength(LONGEST_NAME)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The description as HTML, at most 500,000 characters.",
  })
  @MaxLength(LONGEST_HTML)
  readonly descriptionHtml?: string | null;

  @Field(() => SeoInput, { nullable: true, description: "What search engines are told." })
  @ValidateNested()
  readonly seo?: SeoInput | null;

  @Field(() => String, {
    nullable: true,
    description: "What its image shows, for those who cannot see it, at most 512 characters.",
  })
  @MaxLength(512)
  readonly imageAlt?: string | null;
}

@InputType({ description: "Which collection to translate, and how." })
export class CollectionTranslationsSetInput extends CollectionTargetInput {
  @Field(() => [CollectionTranslationInput], {
    description: "Its texts, language by language; languages that are not named stay. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  readonly translations!: readonly CollectionTranslationInput[];
}

@InputType({ description: "Which collection is to lose its texts in some languages." })
export class CollectionTranslationsRemoveInput extends CollectionTargetInput {
  @Field(() => [String], {
    description: "The languages; those that it has no texts in are passed over. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly locales!: readonly string[];
}
