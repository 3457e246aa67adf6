import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductTargetInput } from "../products/product-target-input.js";
import { OptionSwatchChangeInput, OptionSwatchInput } from "./option-swatch-input.js";

/** What staff can do to the options of a product. */
export const productOptionMutations = mutations("catalog", {
  productOptionAdd: {
    input: () => ProductOptionAddInput,
    payload: () => ProductPayload,
    description:
      "Adds an option to a product. On a product without options, the first one replaces the default option.",
    about: "The product and its new option.",
  },
  productOptionUpdate: {
    input: () => ProductOptionUpdateInput,
    payload: () => ProductPayload,
    description:
      "Renames an option and its values, adds, removes and reorders values, and sets their swatches. Variants follow.",
    about: "The option and the changes.",
  },
  productOptionRemove: {
    input: () => ProductOptionRemoveInput,
    payload: () => ProductPayload,
    description:
      "Removes an option from a product. Refused when variants would become identical. After the last one, the product has no options.",
    about: "The option.",
  },
  productOptionsReorder: {
    input: () => ProductOptionsReorderInput,
    payload: () => ProductPayload,
    description: "Reorders the options of a product. The values of its variants follow.",
    about: "The options that come first.",
  },
});

@InputType({ description: "Adds an option to a product." })
class ProductOptionAddInput extends ProductTargetInput {
  @Field(() => String, {
    description: "The name, such as `Size`, 1 to 255 characters.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => [String], {
    description: "The values, in display order, at most 250.",
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

  @Field(() => String, {
    nullable: true,
    description: "The value for existing variants. Default: the first value.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly valueOfExistingVariants?: string | null;
}

@InputType({ description: "Renames a value of an option." })
class OptionValueRenameInput {
  @Field(() => String, { description: "The current value." })
  @MaxLength(INPUT_LIMITS.name)
  readonly from!: string;

  @Field(() => String, { description: "The new value, 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly to!: string;
}

@InputType({
  description:
    "Changes an option of a product. Values are renamed first, then added, then removed, then reordered.",
})
class ProductOptionUpdateInput extends ProductTargetInput {
  @Field(() => String, { description: "The current name of the option." })
  @MaxLength(INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: "The new name of the option, 1 to 255 characters.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly newName?: string | null;

  @Field(() => [OptionValueRenameInput], {
    nullable: true,
    description:
      "Values to rename, all at once, so that two values can swap names. Variants follow. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly renameValues?: readonly OptionValueRenameInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Values to append, at most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @Length(1, INPUT_LIMITS.name, { each: true })
  readonly addValues?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Values to remove, by their new names; no variant may use them. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly removeValues?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Values to move to the start, in this order, by their new names; the others follow in their order. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly orderOfValues?: readonly string[] | null;

  @Field(() => [OptionSwatchChangeInput], {
    nullable: true,
    description:
      "Swatches to set or remove, by the new names of the values; those of other values stay. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly swatches?: readonly OptionSwatchChangeInput[] | null;
}

@InputType({ description: "Removes an option from a product." })
class ProductOptionRemoveInput extends ProductTargetInput {
  @Field(() => String, { description: "The current name of the option." })
  @MaxLength(INPUT_LIMITS.name)
  readonly name!: string;
}

@InputType({
  description:
    "Moves options of a product to the start, in this order. The others follow in their order.",
})
class ProductOptionsReorderInput extends ProductTargetInput {
  @Field(() => [String], {
    description: "The names of the options, at most 250, each listed once.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly names!: readonly string[];
}
