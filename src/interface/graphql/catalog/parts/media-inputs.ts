import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { LONGEST_ID, MOST_ENTRIES } from "../../input-limits.js";
import { FocalPointInput } from "../image-inputs.js";
import { ProductTargetInput } from "../products/product-inputs.js";

const LONGEST_URL = 2_048;
const LONGEST_ALT = 512;

@InputType({ description: "An image of a product." })
export class MediaDraftInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Where the image is: an address that begins with `https://` or `http://`, or `/media/` for what Plinth serves itself. Give either this or `file`.",
  })
  @Length(1, LONGEST_URL)
  readonly url?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The id of a file that was uploaded to `/admin/media`. Give either this or `url`.",
  })
  @MaxLength(LONGEST_ID)
  readonly file?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the image shows, for those who do not see it. At most 512 characters.",
  })
  @MaxLength(LONGEST_ALT)
  readonly alt?: string | null;

  @Field(() => FocalPointInput, {
    nullable: true,
    description: "What is to stay in sight when the image is cropped. The middle when not given.",
  })
  @ValidateNested()
  readonly focalPoint?: FocalPointInput | null;
}

@InputType({ description: "Which product is to have more images." })
export class ProductMediaAddInput extends ProductTargetInput {
  @Field(() => [MediaDraftInput], { description: "The images in their order, at most 250." })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly media!: readonly MediaDraftInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Where the first of them is to stand, counted from 0. Behind all others when not given.",
  })
  @IsInt()
  @Min(0)
  @Max(MOST_ENTRIES)
  readonly at?: number | null;
}

@InputType({
  description: "One image, and what is to be different about it. What is left out stays.",
})
export class MediaUpdateItemInput {
  @Field(() => ID, { description: "Which image of the product." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Where the image is. Give at most one of this and `file`.",
  })
  @Length(1, LONGEST_URL)
  readonly url?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The id of an uploaded file that is to take its place.",
  })
  @MaxLength(LONGEST_ID)
  readonly file?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What the image shows, for those who do not see it. At most 512 characters; null takes it away.",
  })
  @MaxLength(LONGEST_ALT)
  readonly alt?: string | null;

  @Field(() => FocalPointInput, {
    nullable: true,
    description: "What is to stay in sight when the image is cropped; null: the middle.",
  })
  @ValidateNested()
  readonly focalPoint?: FocalPointInput | null;
}

@InputType({ description: "Which images of a product to change, each in its own way." })
export class ProductMediaUpdateInput extends ProductTargetInput {
  @Field(() => [MediaUpdateItemInput], { description: "The images, at most 250, each named once." })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly media!: readonly MediaUpdateItemInput[];
}

@InputType()
abstract class MediaIdsInput extends ProductTargetInput {
  @Field(() => [ID], { description: "Images of the product, at most 250, each named once." })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_ID, { each: true })
  readonly mediaIds!: readonly string[];
}

@InputType({
  description:
    "Which images to take away from a product. Variants that point at them have no image of their own then.",
})
export class ProductMediaRemoveInput extends MediaIdsInput {}

@InputType({
  description:
    "Which images of a product to put first, in this order. All others keep their order behind them; the first one stands for the product in lists.",
})
export class ProductMediaReorderInput extends MediaIdsInput {}
