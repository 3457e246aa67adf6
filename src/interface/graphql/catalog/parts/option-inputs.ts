import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";
import { ProductTargetInput } from "../products/product-inputs.js";

@InputType({ description: "What buyers choose by, such as the size." })
export class OptionDraftInput {
  @Field(() => String, {
    description: "The name of the option, such as `Size`, 1 to 255 characters.",
  })
  @Length(1, LONGEST_NAME)
  readonly name!: string;

  @Field(() => [String], {
    description:
      "What can be chosen, in the order in which it is offered. What variants have besides is offered behind it. At most 250 values.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @Length(1, LONGEST_NAME, { each: true })
  readonly values!: readonly string[];
}

@InputType({ description: "Which product is to have one more option, and which." })
export class ProductOptionAddInput extends ProductTargetInput {
  @Field(() => String, {
    description: "The name of the option, such as `Size`, 1 to 255 characters.",
  })
  @Length(1, LONGEST_NAME)
  readonly name!: string;

  @Field(() => [String], {
    description: "What can be chosen, in the order in which it is offered. At most 250 values.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @Length(1, LONGEST_NAME, { each: true })
  readonly values!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      "The value that the variants get which are there already. The first one when not given.",
  })
  @MaxLength(LONGEST_NAME)
  readonly valueOfExistingVariants?: string | null;
}

@InputType({ description: "A value of an option, and what it is to be called." })
export class OptionValueRenameInput {
  @Field(() => String, { description: "The value as it is." })
  @MaxLength(LONGEST_NAME)
  readonly from!: string;

  @Field(() => String, { description: "The value as it is to be, 1 to 255 characters." })
  @Length(1, LONGEST_NAME)
  readonly to!: string;
}

@InputType({
  description:
    "Which option of a product to change, and how. Values are renamed first, then added, then removed, then put in order.",
})
export class ProductOptionUpdateInput extends ProductTargetInput {
  @Field(() => String, { description: "Which option, by its name." })
  @MaxLength(LONGEST_NAME)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the option is to be called, 1 to 255 characters.",
  })
  @Length(1, LONGEST_NAME)
  readonly newName?: string | null;

  @Field(() => [OptionValueRenameInput], {
    nullable: true,
    description:
      "Values to rename, all at once, so that two may exchange their names; variants follow. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly renameValues?: readonly OptionValueRenameInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Values to offer besides, behind the others. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @Length(1, LONGEST_NAME, { each: true })
  readonly addValues?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Values to offer no longer, by their new names; no variant may have them. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly removeValues?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Values to offer first, in this order, by their new names; all others keep their order behind them. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly orderOfValues?: readonly string[] | null;
}

@InputType({ description: "Which option to take away from a product." })
export class ProductOptionRemoveInput extends ProductTargetInput {
  @Field(() => String, { description: "Which option, by its name." })
  @MaxLength(LONGEST_NAME)
  readonly name!: string;
}

@InputType({
  description:
    "Which options of a product to put first, in this order. All others keep their order behind them.",
})
export class ProductOptionsReorderInput extends ProductTargetInput {
  @Field(() => [String], {
    description: "The options by their names, at most 250, each named once.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_NAME, { each: true })
  readonly names!: readonly string[];
}
