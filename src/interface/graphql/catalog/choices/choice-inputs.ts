import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { ArgsType, Field, InputType } from "type-graphql";
import { LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";

@InputType("ChosenOption", { description: "A value that a buyer has chosen of one option." })
export class ChosenOptionInput {
  @Field(() => String, { description: "The name of the option as it is shown, such as `Size`." })
  @MaxLength(LONGEST_NAME)
  readonly name!: string;

  @Field(() => String, { description: "The value as it is shown, such as `M`." })
  @MaxLength(LONGEST_NAME)
  readonly value!: string;
}

@ArgsType()
export class ByOptionsArgs {
  @Field(() => [ChosenOptionInput], {
    description:
      "One value for each option, in any order. Where an option is given twice, the first counts.",
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ENTRIES)
  readonly byOptions!: readonly ChosenOptionInput[];
}

@ArgsType()
export class SelectedOptionsArgs {
  @Field(() => [ChosenOptionInput], {
    description:
      "What is chosen so far, in any order; it may be some of the options, or none. Unknown names and values are passed over, so that an old link still leads to a page. Where an option is given twice, the first counts.",
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ENTRIES)
  readonly selectedOptions!: readonly ChosenOptionInput[];
}

@InputType("ProductVariantFilter", {
  description: "Which variants of a product to list. All conditions that are given hold together.",
})
export class ProductVariantFilterInput {
  @Field(() => [ChosenOptionInput], {
    nullable: true,
    description: "Those that have all these values. With an unknown name or value: none.",
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ENTRIES)
  readonly options?: readonly ChosenOptionInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those that can be bought now, or only those that cannot.",
  })
  readonly available?: boolean | null;
}
