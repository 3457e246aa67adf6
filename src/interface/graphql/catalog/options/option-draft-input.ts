import { ArrayMaxSize, Length, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { OptionSwatchInput } from "./option-swatch-input.js";

@InputType({ description: "An option that buyers choose by, such as the size." })
export class OptionDraftInput {
  @Field(() => String, {
    description: "The name, such as `Size`, 1 to 255 characters.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => [String], {
    description:
      "The values in display order, at most 250. Values that only variants use are appended.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @Length(1, INPUT_LIMITS.name, { each: true })
  readonly values!: readonly string[];

  @Field(() => [OptionSwatchInput], {
    nullable: true,
    description: "The swatches of values, at most 250, in any order.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly swatches?: readonly OptionSwatchInput[] | null;
}
