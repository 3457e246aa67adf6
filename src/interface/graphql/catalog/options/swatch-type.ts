import { Field, ObjectType } from "type-graphql";
import type { SwatchLook } from "../../../../domain/catalog/options/swatch.js";
import { type MediaSource, MediaType } from "../../media/media-type.js";

@ObjectType("Swatch", {
  simpleResolvers: true,
  description:
    "What an option value looks like in a picker: a dot of colour, or an image such as that of a pattern.",
})
export class SwatchType {
  @Field(() => String, {
    nullable: true,
    description:
      "The colour as `#rrggbb`, in lower case, such as `#1e90ff`. Null when the swatch is an image.",
  })
  readonly color!: string | null;

  @Field(() => MediaType, {
    nullable: true,
    description:
      "The image, one of those of the product; ask for it in the size of the picker. Null when the swatch is a colour.",
  })
  readonly image!: MediaSource | null;
}

/** What a swatch is answered from. */
export type SwatchSource = SwatchLook;
