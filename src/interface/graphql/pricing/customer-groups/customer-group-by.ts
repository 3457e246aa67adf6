import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { OneOf } from "../../schema/one-of.js";

@OneOf()
@InputType({ description: "Selects a customer group. Set exactly one field." })
export class CustomerGroupBy {
  @Field(() => ID, { nullable: true, description: "The id of the customer group." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "The key of the customer group." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string;
}
