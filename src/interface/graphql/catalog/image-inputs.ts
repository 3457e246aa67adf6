import { ArrayMaxSize, IsInt, Max, Min } from "class-validator";
import { ArgsType, Field, Float, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  IMAGE_FITS,
  IMAGE_FORMATS,
  type ImageFit,
  type ImageFormat,
} from "../../../domain/catalog/image-variant.js";
import { enumOf } from "../enum-of.js";

const LARGEST = 10_000;
const MOST_WIDTHS = 20;

const upper = <Word extends string>(words: readonly Word[]): readonly Uppercase<Word>[] =>
  words.map((word) => word.toUpperCase() as Uppercase<Word>);

export const ImageFits = enumOf(upper<ImageFit>(IMAGE_FITS));
registerEnumType(ImageFits, {
  name: "ImageFit",
  description: "What happens to an image in a box of another shape.",
  valuesConfig: {
    COVER: {
      description: "It fills the box; what stands over is cropped, around the focal point.",
    },
    CONTAIN: { description: "It is shown whole, within the box." },
  },
});

export const ImageFormats = enumOf(upper<ImageFormat>(IMAGE_FORMATS));
registerEnumType(ImageFormats, {
  name: "ImageFormat",
  description: "What an image is drawn as.",
  valuesConfig: {
    AUTO: {
      description:
        "The smallest that the browser says it can show: AVIF or WebP; for others JPEG, or PNG where it is stored as PNG.",
    },
    WEBP: { description: "WebP, which every browser of today shows." },
    AVIF: { description: "AVIF: smaller, and slower to draw the first time." },
    JPEG: { description: "JPEG, on white where the image is transparent." },
    PNG: { description: "PNG, for drawings that have to stay exact." },
  },
});

/** How an image is wanted. */
@ArgsType()
export class ImageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "At most so many pixels wide; rounded up to the next size that images are drawn in, and never beyond the image's own.",
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly width?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "At most so many pixels high; rounded up likewise.",
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly height?: number | null;

  @Field(() => ImageFits, {
    nullable: true,
    description: "What happens where both width and height are given. When left out: CONTAIN.",
  })
  readonly fit?: Uppercase<ImageFit> | null;

  @Field(() => ImageFormats, {
    nullable: true,
    description: "What to draw it as. When left out: as it is stored.",
  })
  readonly format?: Uppercase<ImageFormat> | null;
}

@ArgsType()
export class SrcSetArgs {
  @Field(() => [Int], {
    nullable: true,
    description:
      "The widths in pixels, at most 20. When left out: 320, 640, 960, 1440 and 1920, and the image's own.",
  })
  @ArrayMaxSize(MOST_WIDTHS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST, { each: true })
  readonly widths?: readonly number[] | null;

  @Field(() => ImageFormats, {
    nullable: true,
    description: "What to draw it as. When left out: as it is stored.",
  })
  readonly format?: Uppercase<ImageFormat> | null;
}

@ObjectType("FocalPoint", {
  simpleResolvers: true,
  description: "What of an image stays in sight when it is cropped.",
})
export class FocalPointType {
  @Field(() => Float, { description: "From the left edge (0) to the right one (1)." })
  readonly x!: number;

  @Field(() => Float, { description: "From the upper edge (0) to the lower one (1)." })
  readonly y!: number;
}

@InputType({ description: "What of an image is to stay in sight when it is cropped." })
export class FocalPointInput {
  @Field(() => Float, {
    description: "From the left edge (0) to the right one (1), in hundredths.",
  })
  @Min(0)
  @Max(1)
  readonly x!: number;

  @Field(() => Float, {
    description: "From the upper edge (0) to the lower one (1), in hundredths.",
  })
  @Min(0)
  @Max(1)
  readonly y!: number;
}
