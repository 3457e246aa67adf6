import { ArrayMaxSize, ValidateNested } from "class-validator";
import { ArgsType, Field } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ChosenOptionInput } from "../variants/chosen-option-input.js";

@ArgsType()
export class SelectedOptionsArgs {
  @Field(() => [ChosenOptionInput], {
    nullable: true,
    description:
      "The values selected so far, in any order; some options or none, as when it is left out or null. Unknown names and values are ignored, so that old links still work. If an option occurs twice, the first counts.",
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly selectedOptions?: readonly ChosenOptionInput[] | null;
}
