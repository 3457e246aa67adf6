import { Field, Float, ObjectType } from "type-graphql";

@ObjectType("FocalPoint", {
  simpleResolvers: true,
  description: "The point of an image that stays visible when it is cropped.",
})
export class FocalPointType {
  @Field(() => Float, { description: "Horizontal position: 0 is the left edge, 1 the right edge." })
  readonly x!: number;

  @Field(() => Float, { description: "Vertical position: 0 is the top edge, 1 the bottom edge." })
  readonly y!: number;
}
