import { MaxLength } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType("TaxRateFilter", {
  description: "Filters tax rates. All conditions must hold (AND).",
})
export class TaxRateFilterInput {
  @Field(() => String, { nullable: true, description: "Only rates of the zone with this key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly zone?: string | null;

  @Field(() => String, { nullable: true, description: "Only rates of the category with this key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly category?: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Only rates that are valid at this moment.",
  })
  readonly validAt?: Date | null;
}
