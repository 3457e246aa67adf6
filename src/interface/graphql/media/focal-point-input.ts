import { Max, Min } from "class-validator";
import { Field, Float, InputType } from "type-graphql";

@InputType({ description: "The point of an image that stays visible when it is cropped." })
export class FocalPointInput {
  @Field(() => Float, {
    description: "Horizontal position: 0 is the left edge, 1 the right edge; at most two decimals.",
  })
  @Min(0)
  @Max(1)
  readonly x!: number;

  @Field(() => Float, {
    description: "Vertical position: 0 is the top edge, 1 the bottom edge; at most two decimals.",
  })
  @Min(0)
  @Max(1)
  readonly y!: number;
}
