import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ImageInputFields } from "../../media/image-input-fields.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { MetafieldNameInput } from "../metafields/metafield-name-input.js";
import { DescribedTranslationInput } from "./described-translation-input.js";

@InputType({
  description:
    "The texts of a product in one language. Omitted fields stay; null removes a text, so that it falls back to the more general language or the language of the catalogue.",
})
export class ProductTranslationInput extends DescribedTranslationInput {
  @Field(() => String, {
    nullable: true,
    description: "The title, 1 to 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly title?: string | null;

  @Field(() => [OptionTranslationInput], {
    nullable: true,
    description: "Options and their values, at most 250. Options that are not listed stay.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly options?: readonly OptionTranslationInput[] | null;

  @Field(() => [MetafieldTranslationInput], {
    nullable: true,
    description:
      "Custom fields of type TEXT or MULTILINE_TEXT, at most 250. Fields that are not listed stay.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly metafields?: readonly MetafieldTranslationInput[] | null;

  @Field(() => [MediaTranslationInput], {
    nullable: true,
    description: "Texts of images, at most 250. Images that are not listed stay.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly media?: readonly MediaTranslationInput[] | null;
}

@InputType({ description: "A value of an option in another language." })
class OptionValueTranslationInput {
  @Field(() => String, { description: "The value in the language of the catalogue." })
  @MaxLength(INPUT_LIMITS.name)
  readonly value!: string;

  @Field(() => String, {
    nullable: true,
    description: "The value in this language, 1 to 255 characters. Null removes it.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly translation?: string | null;
}

@InputType({
  description: "An option in another language. Omitted fields stay; null removes a translation.",
})
class OptionTranslationInput {
  @Field(() => String, { description: "The name of the option in the language of the catalogue." })
  @MaxLength(INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name in this language, 1 to 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly translation?: string | null;

  @Field(() => [OptionValueTranslationInput], {
    nullable: true,
    description:
      "Its values, at most 250 at once. Values that are not listed stay. Two values may not have the same translation.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly values?: readonly OptionValueTranslationInput[] | null;
}

@InputType({ description: "The value of a text field in another language." })
class MetafieldTranslationInput extends MetafieldNameInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The text, valid for the field's type, at most 65,535 characters. Null removes it.",
  })
  @MaxLength(65_535)
  readonly value?: string | null;
}

@InputType({ description: "The text of an image in another language." })
class MediaTranslationInput {
  @Field(() => ID, { description: "The id of the image." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @ImageInputFields.AltText(
    "Text for people who cannot see the image, at most 512 characters. Null removes it.",
  )
  readonly alt?: string | null;
}
