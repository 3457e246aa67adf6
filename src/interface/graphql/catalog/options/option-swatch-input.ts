import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType({ description: "The swatch of a value of a new option." })
export class OptionSwatchInput {
  @Field(() => String, { description: "One of the values of the option." })
  @MaxLength(INPUT_LIMITS.name)
  readonly value!: string;

  @Field(() => String, { description: "The colour as `#RRGGBB`, such as `#1e90ff`." })
  @MaxLength(INPUT_LIMITS.name)
  readonly color!: string;
}
