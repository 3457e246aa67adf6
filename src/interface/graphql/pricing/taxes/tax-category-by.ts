import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { OneOf } from "../../schema/one-of.js";

@OneOf()
@InputType({ description: "Selects a tax category. Set exactly one field." })
export class TaxCategoryBy {
  @Field(() => ID, { nullable: true, description: "The id of the tax category." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "The key of the tax category." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string;
}
