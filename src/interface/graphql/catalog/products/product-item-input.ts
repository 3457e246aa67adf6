import { IsInt, MaxLength, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({ description: "A product of a bulk change." })
export class ProductItemInput {
  @Field(() => ID, { description: "The product." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version that you have seen. If the current version differs, the item is refused.",
  })
  @IsInt()
  @Min(1)
  readonly expectedVersion?: number | null;
}
