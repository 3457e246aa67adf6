import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType("ScheduledPriceFilter", {
  description: "Filters scheduled prices. All conditions must hold (AND).",
})
export class ScheduledPriceFilterInput {
  @Field(() => ID, { nullable: true, description: "Only variants of this product." })
  @MaxLength(INPUT_LIMITS.id)
  readonly productId?: string | null;
}
