import { ArrayMaxSize, ValidateNested } from "class-validator";
import { ArgsType, Field } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ChosenOptionInput } from "../variants/chosen-option-input.js";

@ArgsType()
export class ByOptionsArgs {
  @Field(() => [ChosenOptionInput], {
    description: "One value per option, in any order. If an option occurs twice, the first counts.",
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly byOptions!: readonly ChosenOptionInput[];
}
