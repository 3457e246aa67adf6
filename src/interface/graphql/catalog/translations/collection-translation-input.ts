import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { ImageInputFields } from "../../media/image-input-fields.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { DescribedTranslationInput } from "./described-translation-input.js";

@InputType({
  description:
    "The texts of a collection in one language. Omitted fields stay; null removes a text.",
})
export class CollectionTranslationInput extends DescribedTranslationInput {
  @Field(() => String, {
    nullable: true,
    description: "The title, 1 to 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly title?: string | null;

  @ImageInputFields.AltText("Text for people who cannot see the image, at most 512 characters.")
  readonly imageAlt?: string | null;
}
