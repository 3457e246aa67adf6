import { MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { OneOf } from "../../schema/one-of.js";

@OneOf()
@InputType({ description: "Selects a market. Set exactly one field." })
export class MarketBy {
  @Field(() => ID, { nullable: true, description: "The id of the market." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "The key of the market." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string;

  @Field(() => String, {
    nullable: true,
    description: "ISO 3166-1 alpha-2 code of one of its countries.",
  })
  @MaxLength(2)
  readonly country?: string;
}
