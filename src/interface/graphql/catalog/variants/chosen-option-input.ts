import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

@InputType("ChosenOption", { description: "The value that a buyer chose for one option." })
export class ChosenOptionInput {
  @Field(() => String, {
    description: "The option's name in the language of the request, such as `Size`.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => String, { description: "The value in the language of the request, such as `M`." })
  @MaxLength(INPUT_LIMITS.name)
  readonly value!: string;
}
