import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { MOST_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../bulk.js";
import { LONGEST_HTML, LONGEST_ID, LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";
import { MetafieldNameInput } from "../metafields/metafield-inputs.js";
import { ProductTargetInput, SeoInput } from "../products/product-inputs.js";
import { ProductItemInput } from "../products/products-inputs.js";
import { LanguageInput, LONGEST_TAG, MOST_LOCALES } from "./language-input.js";

@InputType({ description: "A value of an option in another language." })
export class OptionValueTranslationInput {
  @Field(() => String, { description: "The value as it is stored." })
  @MaxLength(LONGEST_NAME)
  readonly value!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is called there, 1 to 255 characters. Null takes it away.",
  })
  @MaxLength(LONGEST_NAME)
  readonly translation?: string | null;
}

@InputType({
  description: "An option in another language. What is left out stays, null takes it away.",
})
export class OptionTranslationInput {
  @Field(() => String, { description: "The name of the option as it is stored." })
  @MaxLength(LONGEST_NAME)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it is called there, 1 to 255 characters.",
  })
  @MaxLength(LONGEST_NAME)
  readonly translation?: string | null;

  @Field(() => [OptionValueTranslationInput], {
    nullable: true,
    description:
      "Its values; those that are not named stay. No two may read alike. At most 250 at once.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly values?: readonly OptionValueTranslationInput[] | null;
}

@InputType({ description: "A custom field of words in another language." })
export class MetafieldTranslationInput extends MetafieldNameInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The words, by the rules of its type, at most 65,535 characters. Null takes them away.",
  })
  @MaxLength(65_535)
  readonly value?: string | null;
}

@InputType({ description: "The text of an image in another language." })
export class MediaTranslationInput {
  @Field(() => ID, { description: "Which image of the product." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "What it shows, for those who cannot see it, at most 512 characters. Null takes it away.",
  })
  @MaxLength(512)
  readonly alt?: string | null;
}

@InputType({
  description:
    "The texts of a product in one language. What is left out stays, null takes it away: then the language above it is shown, or the one in which the catalogue is written.",
})
export class ProductTranslationInput extends LanguageInput {
  @Field(() => String, {
    nullable: true,
    description: "What the product is called, 1 to 255 characters.",
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

  @Field(() => [OptionTranslationInput], {
    nullable: true,
    description: "Options and their values; those that are not named stay. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly options?: readonly OptionTranslationInput[] | null;

  @Field(() => [MetafieldTranslationInput], {
    nullable: true,
    description:
      "Custom fields of the types TEXT and MULTILINE_TEXT; those that are not named stay. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly metafields?: readonly MetafieldTranslationInput[] | null;

  @Field(() => [MediaTranslationInput], {
    nullable: true,
    description: "Images; those that are not named stay. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly media?: readonly MediaTranslationInput[] | null;
}

@InputType({ description: "Which product to translate, and how." })
export class ProductTranslationsSetInput extends ProductTargetInput {
  @Field(() => [ProductTranslationInput], {
    description: "Its texts, language by language; languages that are not named stay. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  readonly translations!: readonly ProductTranslationInput[];
}

@InputType({ description: "One product of a translation of many." })
export class ProductTranslationsItemInput extends ProductItemInput {
  @Field(() => [ProductTranslationInput], {
    description: "Its texts, language by language; languages that are not named stay. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  readonly translations!: readonly ProductTranslationInput[];
}

@InputType({ description: "Which products to translate, each in its own way." })
export class ProductsTranslationsSetInput extends BulkInput {
  @Field(() => [ProductTranslationsItemInput], { description: "The products, at most 250." })
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ProductTranslationsItemInput[];
}

@InputType({ description: "Which product is to lose its texts in some languages." })
export class ProductTranslationsRemoveInput extends ProductTargetInput {
  @Field(() => [String], {
    description: "The languages; those that it has no texts in are passed over. 1 to 50.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LOCALES)
  @MaxLength(LONGEST_TAG, { each: true })
  readonly locales!: readonly string[];
}
