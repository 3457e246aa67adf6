import { Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { taxPayloads } from "./tax-payloads.js";

export const taxCategoryMutations = mutations("pricing", {
  taxCategoryCreate: {
    input: () => TaxCategoryCreateInput,
    payload: () => taxPayloads.category.ChangePayload,
    description: "Creates a tax category. Variants are in it when their `taxCode` is its key.",
    about: "The tax category.",
  },
  taxCategoryUpdate: {
    input: () => TaxCategoryUpdateInput,
    payload: () => taxPayloads.category.ChangePayload,
    description: "Changes a tax category.",
    about: "The tax category and the changes.",
  },
  taxCategoryDelete: {
    input: () => TaxCategoryDeleteInput,
    payload: () => taxPayloads.category.DeletePayload,
    description:
      "Deletes a tax category that has no rates. Variants whose `taxCode` names it are in the default category after that.",
    about: "The id of the tax category.",
  },
});

@InputType({ description: "A new tax category." })
class TaxCategoryInput {
  @Field(() => String, {
    description:
      "The key for programs and tax codes: 1 to 64 lower-case letters, digits and hyphens. It cannot be changed later.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Default: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is the category of variants whose `taxCode` names none. Default: true for the first category, false for others.",
  })
  readonly isDefault?: boolean | null;
}

@InputType({ description: "Creates a tax category." })
class TaxCategoryCreateInput extends DryRunInput {
  @Field(() => TaxCategoryInput, { description: "The tax category." })
  @ValidateNested()
  readonly taxCategory!: TaxCategoryInput;
}

@InputType({ description: "Changes to a tax category. Omitted fields stay." })
class TaxCategoryChangesInput {
  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is the default. Refused while another one is, unless `replacesDefault` is true.",
  })
  readonly isDefault?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether another default ceases to be one when `isDefault` is true. Default: false.",
  })
  readonly replacesDefault?: boolean | null;
}

const TaxCategoryTargetInput = targetInput("The id of the tax category.");

@InputType({ description: "Changes a tax category." })
class TaxCategoryUpdateInput extends TaxCategoryTargetInput {
  @Field(() => TaxCategoryChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: TaxCategoryChangesInput;
}

@InputType({ description: "Deletes a tax category." })
class TaxCategoryDeleteInput extends TaxCategoryTargetInput {}
