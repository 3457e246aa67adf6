import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { bulkTargetInput } from "../../mutation/bulk-target-input.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { taxPayloads } from "./tax-payloads.js";

export const taxRateMutations = mutations("pricing", {
  taxRateCreate: {
    input: () => TaxRateCreateInput,
    payload: () => taxPayloads.rate.ChangePayload,
    description:
      "Creates a tax rate. Quotes use it at once, on other servers after about a second.",
    about: "The tax rate.",
  },
  taxRateUpdate: {
    input: () => TaxRateUpdateInput,
    payload: () => taxPayloads.rate.ChangePayload,
    description:
      "Changes a tax rate. When a percentage changes at a time, end the rate then and create another one instead, so that earlier moments are answered as they were.",
    about: "The tax rate and the changes.",
  },
  taxRatesCreate: {
    input: () => TaxRatesCreateInput,
    payload: () => taxPayloads.rates.BulkPayload,
    description: "Creates several tax rates, such as those of a country.",
    about: "The tax rates.",
  },
  taxRatesUpdate: {
    input: () => TaxRatesUpdateInput,
    payload: () => taxPayloads.rates.BulkPayload,
    description:
      "Changes several tax rates, one after the other. For a new percentage give the rates of before an `until`, and create those from then on.",
    about: "The tax rates and their changes.",
  },
  taxRateDelete: {
    input: () => TaxRateDeleteInput,
    payload: () => taxPayloads.rate.DeletePayload,
    description: "Deletes a tax rate.",
    about: "The id of the tax rate.",
  },
});

const MAX_TAX_LENGTH = 64;

/** What both new and existing rates can have. */
@InputType()
abstract class TaxRateTimesInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is charged on the net amount and the taxes that are not compound. Default: false.",
  })
  readonly isCompound?: boolean | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "Since when it is valid, with time zone: `2026-01-01T00:00:00+01:00`. Null: always was.",
  })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Until when it is valid; not valid any more at that moment. Null: without end.",
  })
  readonly until?: Date | null;
}

@InputType({ description: "A new tax rate." })
class TaxRateInput extends TaxRateTimesInput {
  @Field(() => String, { description: "The key of the zone." })
  @MaxLength(INPUT_LIMITS.id)
  readonly zone!: string;

  @Field(() => String, { description: "The key of the category." })
  @MaxLength(INPUT_LIMITS.id)
  readonly category!: string;

  @Field(() => String, {
    description: "The name of the tax on documents, 1 to 64 characters, such as `VAT`.",
  })
  @Length(1, MAX_TAX_LENGTH)
  readonly tax!: string;

  @Field(() => Decimal, {
    description:
      'The percentage, from 0 to less than 100, with at most four decimals: `"9.975"` is 9.975 %.',
  })
  readonly percentage!: string;
}

@InputType({ description: "Creates a tax rate." })
class TaxRateCreateInput extends DryRunInput {
  @Field(() => TaxRateInput, { description: "The tax rate." })
  @ValidateNested()
  readonly taxRate!: TaxRateInput;
}

@InputType({ description: "Changes to a tax rate. Omitted fields stay." })
class TaxRateChangesInput extends TaxRateTimesInput {
  @Field(() => String, { nullable: true, description: "The key of the zone." })
  @MaxLength(INPUT_LIMITS.id)
  readonly zone?: string | null;

  @Field(() => String, { nullable: true, description: "The key of the category." })
  @MaxLength(INPUT_LIMITS.id)
  readonly category?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The name of the tax on documents, 1 to 64 characters.",
  })
  @Length(1, MAX_TAX_LENGTH)
  readonly tax?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The percentage, from 0 to less than 100, with at most four decimals.",
  })
  readonly percentage?: string | null;
}

const TaxRateTargetInput = targetInput("The id of the tax rate.");

@InputType({ description: "Changes a tax rate." })
class TaxRateUpdateInput extends TaxRateTargetInput {
  @Field(() => TaxRateChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: TaxRateChangesInput;
}

@InputType({ description: "Deletes a tax rate." })
class TaxRateDeleteInput extends TaxRateTargetInput {}

@InputType({ description: "Creates several tax rates." })
class TaxRatesCreateInput extends BulkInput {
  @Field(() => [TaxRateInput], { description: "The tax rates, at most 250." })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly TaxRateInput[];
}

@InputType({ description: "The changes to one of several tax rates." })
class TaxRateChangeInput extends bulkTargetInput("The id of the tax rate.") {
  @Field(() => TaxRateChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: TaxRateChangesInput;
}

@InputType({ description: "Changes several tax rates." })
class TaxRatesUpdateInput extends BulkInput {
  @Field(() => [TaxRateChangeInput], {
    description: "The tax rates and their changes, at most 250.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly TaxRateChangeInput[];
}
