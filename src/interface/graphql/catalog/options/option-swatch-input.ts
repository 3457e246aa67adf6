import { IsInt, Max, MaxLength, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** A colour or an image: one of the three. */
@InputType()
abstract class SwatchFields {
  @Field(() => String, {
    nullable: true,
    description: "The colour as `#RRGGBB`, such as `#1e90ff`. Set either this or an image.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly color?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "An image instead of a colour: one of the product's images.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly mediaId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Alternative to `mediaId`: index of the image among the product's images, from 0; for a new product, among the images of the same input.",
  })
  @IsInt()
  @Min(0)
  @Max(INPUT_LIMITS.entries)
  readonly mediaIndex?: number | null;
}

@InputType({ description: "The swatch of a value of a new option: a colour or an image." })
export class OptionSwatchInput extends SwatchFields {
  @Field(() => String, { description: "One of the values of the option." })
  @MaxLength(INPUT_LIMITS.name)
  readonly value!: string;
}

@InputType({
  description:
    "Sets the swatch of a value of an option; without a colour and an image, the value has no swatch after that.",
})
export class OptionSwatchChangeInput extends SwatchFields {
  @Field(() => String, { description: "The value, by its new name." })
  @MaxLength(INPUT_LIMITS.name)
  readonly value!: string;
}
