import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({ description: "The service of a carrier that delivers." })
export class CarrierServiceInput {
  @Field(() => String, { description: "The key of the carrier." })
  @MaxLength(INPUT_LIMITS.id)
  readonly carrier!: string;

  @Field(() => String, { description: "The service, as the carrier calls it." })
  @MaxLength(INPUT_LIMITS.code)
  readonly service!: string;
}
