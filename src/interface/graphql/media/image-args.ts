import { ArrayMaxSize, IsInt, Max, Min } from "class-validator";
import { ArgsType, Field, Int, registerEnumType } from "type-graphql";
import {
  IMAGE_FITS,
  IMAGE_FORMATS,
  type ImageFit,
  type ImageFormat,
} from "../../../domain/media/image-variant.js";
import { enumOf } from "../schema/enum-of.js";

const LARGEST = 10_000;
const MAX_WIDTHS = 20;

const upper = <Word extends string>(words: readonly Word[]): readonly Uppercase<Word>[] =>
  words.map((word) => word.toUpperCase() as Uppercase<Word>);

const ImageFits = enumOf(upper<ImageFit>(IMAGE_FITS));
registerEnumType(ImageFits, {
  name: "ImageFit",
  description: "How an image is fitted into a box of another aspect ratio.",
  valuesConfig: {
    COVER: {
      description: "The image fills the box; the rest is cropped around the focal point.",
    },
    CONTAIN: { description: "The whole image is visible inside the box." },
  },
});

const ImageFormats = enumOf(upper<ImageFormat>(IMAGE_FORMATS));
registerEnumType(ImageFormats, {
  name: "ImageFormat",
  description: "File format of an image.",
  valuesConfig: {
    AUTO: {
      description:
        "The smallest format that the browser accepts: AVIF or WebP, otherwise JPEG, or PNG for an image that is stored as PNG.",
    },
    WEBP: { description: "WebP, supported by all current browsers." },
    AVIF: { description: "AVIF: smaller files, slower to encode at the first request." },
    JPEG: { description: "JPEG. Transparent areas become white." },
    PNG: { description: "PNG, lossless." },
  },
});

@ArgsType()
export class ImageArgs {
  @Field(() => Int, {
    nullable: true,
    description:
      "Maximum width in pixels; rounded up to the next offered size (64 to 2560), and never larger than the image.",
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly width?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Maximum height in pixels; rounded up like `width`.",
  })
  @IsInt()
  @Min(1)
  @Max(LARGEST)
  readonly height?: number | null;

  @Field(() => ImageFits, {
    nullable: true,
    description:
      "How the image is fitted when both width and height are given. Default CONTAIN. COVER has the nearest offered shape: 2:3, 3:4, 1:1, 4:3, 16:9 or 3:1.",
  })
  readonly fit?: Uppercase<ImageFit> | null;

  @Field(() => ImageFormats, {
    nullable: true,
    description: "File format. Omitted: as stored.",
  })
  readonly format?: Uppercase<ImageFormat> | null;
}

@ArgsType()
export class SrcSetArgs {
  @Field(() => [Int], {
    nullable: true,
    description:
      "Widths in pixels, at most 20, each rounded up to the next offered one; the image itself is offered for those above its own width. Empty or null: 320, 640, 960, 1440, 1920 and the image's own width.",
  })
  @ArrayMaxSize(MAX_WIDTHS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LARGEST, { each: true })
  readonly widths?: readonly number[] | null;

  @Field(() => ImageFormats, {
    nullable: true,
    description: "File format. Omitted: as stored.",
  })
  readonly format?: Uppercase<ImageFormat> | null;
}
