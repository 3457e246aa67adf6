import { ArrayMaxSize, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";
import { ChosenOptionInput } from "./chosen-option-input.js";

@InputType("ProductVariantFilter", {
  description: `Filters the variants of a product. ${ALL_CONDITIONS}`,
})
export class ProductVariantFilterInput {
  @Field(() => [ChosenOptionInput], {
    nullable: true,
    description:
      "Only variants with all these values (AND). An unknown name or value matches nothing.",
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  readonly options?: readonly ChosenOptionInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only variants that can be bought now. False: only the others.",
  })
  readonly available?: boolean | null;
}
