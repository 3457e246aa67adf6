import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import {
  type FeeBasis,
  type FeeKind,
  LAST_FEE_POSITION,
  MAX_FEE_AMOUNTS,
} from "../../../../domain/pricing/fees/fee-content.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { FeeBases, FeeKinds } from "./fee-kinds.js";
import { feePayloads } from "./fee-payloads.js";

export const feeMutations = mutations("pricing", {
  feeCreate: {
    input: () => FeeCreateInput,
    payload: () => feePayloads.ChangePayload,
    description: "Creates a fee.",
    about: "The fee.",
  },
  feeUpdate: {
    input: () => FeeUpdateInput,
    payload: () => feePayloads.ChangePayload,
    description: "Changes a fee. Its kind cannot change.",
    about: "The fee and the changes.",
  },
  feeDelete: {
    input: () => FeeDeleteInput,
    payload: () => feePayloads.DeletePayload,
    description: "Deletes a fee. It is no longer charged.",
    about: "The id of the fee.",
  },
});

@InputType({ description: "What a fee is in one currency." })
class FeeAmountInput {
  @Field(() => CurrencyCode, { description: "The currency: that of a market." })
  readonly currency!: string;

  @Field(() => Decimal, {
    description: "The amount, at least 0, with or without tax as the prices of a market are.",
  })
  readonly amount!: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The subtotal below which a small order is charged. Required for `SMALL_ORDER`; no other kind has one.",
  })
  readonly below?: string | null;
}

/** What both new and existing fees can have. */
@InputType()
abstract class FeeSettingsInput {
  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null or omitted at creation: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => FeeBases, {
    nullable: true,
    description: "How often it is charged. Default: `ORDER`.",
  })
  readonly per?: FeeBasis | null;

  @Field(() => [FeeAmountInput], {
    nullable: true,
    description: "How much it is, one entry for each currency, 1 to 50. Required at creation.",
  })
  @ArrayMaxSize(MAX_FEE_AMOUNTS)
  @ValidateNested({ each: true })
  readonly amounts?: readonly FeeAmountInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of its tax category. Null or omitted at creation: never taxed.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly taxCategory?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Its place in the list. Default: behind the others.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_FEE_POSITION)
  readonly position?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is charged. Default: true.",
  })
  readonly isActive?: boolean | null;
}

@InputType({ description: "A new fee." })
class FeeInput extends FeeSettingsInput {
  @Field(() => String, {
    description: "The key for programs: 1 to 64 lower-case letters, digits and hyphens. Unique.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => FeeKinds, { description: "What it is charged for. It cannot be changed later." })
  readonly kind!: FeeKind;
}

@InputType({ description: "Creates a fee." })
class FeeCreateInput extends DryRunInput {
  @Field(() => FeeInput, { description: "The fee." })
  @ValidateNested()
  readonly fee!: FeeInput;
}

@InputType({ description: "Changes to a fee. Omitted fields stay." })
class FeeChangesInput extends FeeSettingsInput {
  @Field(() => String, { nullable: true, description: "The new key." })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string | null;
}

const FeeTargetInput = targetInput("The id of the fee.");

@InputType({ description: "Changes a fee." })
class FeeUpdateInput extends FeeTargetInput {
  @Field(() => FeeChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: FeeChangesInput;
}

@InputType({ description: "Deletes a fee." })
class FeeDeleteInput extends FeeTargetInput {}
