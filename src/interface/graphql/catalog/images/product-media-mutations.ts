import { ArrayMaxSize, IsInt, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type { FocalPointInput } from "../../media/focal-point-input.js";
import { ImageInputFields } from "../../media/image-input-fields.js";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import { MediaDraftInput } from "./media-draft-input.js";

/** What staff can do to the images of a product. */
export const productMediaMutations = mutations("catalog", {
  productMediaAdd: {
    input: () => ProductMediaAddInput,
    payload: () => ProductPayload,
    description: "Adds images to a product.",
    about: "The product and its new images.",
  },
  productMediaUpdate: {
    input: () => ProductMediaUpdateInput,
    payload: () => ProductPayload,
    description: "Changes images of a product.",
    about: "The images and the changes.",
  },
  productMediaRemove: {
    input: () => ProductMediaRemoveInput,
    payload: () => ProductPayload,
    description: "Removes images from a product.",
    about: "The images.",
  },
  productMediaReorder: {
    input: () => ProductMediaReorderInput,
    payload: () => ProductPayload,
    description: "Reorders the images of a product.",
    about: "The images that come first.",
  },
});

@InputType({ description: "Adds images to a product." })
class ProductMediaAddInput extends ProductTargetInput {
  @Field(() => [MediaDraftInput], { description: "The images, in order, at most 250." })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly media!: readonly MediaDraftInput[];

  @Field(() => Int, {
    nullable: true,
    description: "Position of the first added image, from 0. Default: at the end.",
  })
  @IsInt()
  @Min(0)
  @Max(INPUT_LIMITS.entries)
  readonly at?: number | null;
}

@InputType({
  description: "Changes to an image. Omitted fields stay.",
})
class MediaUpdateItemInput {
  @Field(() => ID, { description: "The id of the image." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @ImageInputFields.Url("The URL of the image. Set at most one of `url` and `file`.")
  readonly url?: string | null;

  @ImageInputFields.File("The id of an uploaded file that replaces the image.")
  readonly file?: string | null;

  @ImageInputFields.AltText(
    "Text for people who cannot see the image, at most 512 characters. Null removes it.",
  )
  readonly alt?: string | null;

  @ImageInputFields.FocalPoint(
    "The point that stays visible when the image is cropped. Null: the centre.",
  )
  readonly focalPoint?: FocalPointInput | null;
}

@InputType({ description: "Changes images of a product, each individually." })
class ProductMediaUpdateInput extends ProductTargetInput {
  @Field(() => [MediaUpdateItemInput], {
    description: "The images, at most 250, each listed once.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly media!: readonly MediaUpdateItemInput[];
}

@InputType()
abstract class MediaIdsInput extends ProductTargetInput {
  @Field(() => [ID], { description: "Images of the product, at most 250, each listed once." })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly mediaIds!: readonly string[];
}

@InputType({
  description: "Removes images from a product. Variants that use them have no image afterwards.",
})
class ProductMediaRemoveInput extends MediaIdsInput {}

@InputType({
  description:
    "Moves images of a product to the start, in this order. The other images follow in their order; the first image represents the product in lists.",
})
class ProductMediaReorderInput extends MediaIdsInput {}
