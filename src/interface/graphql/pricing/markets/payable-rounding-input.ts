import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { RoundingMode } from "../../../../domain/pricing/rounding/rounding-mode.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { RoundingModes } from "../taxes/rounding-modes.js";

@InputType({ description: "How the amount to pay is rounded." })
export class PayableRoundingInput {
  @Field(() => String, {
    nullable: true,
    description:
      "The payment method, 1 to 64 characters. Default: all that have no rounding of their own.",
  })
  @MaxLength(INPUT_LIMITS.code)
  readonly paymentMethod?: string | null;

  @Field(() => Decimal, {
    description: 'The smallest amount that can be paid, in the currency of the market: `"0.05"`.',
  })
  readonly increment!: string;

  @Field(() => RoundingModes, {
    nullable: true,
    description: "How the amount is rounded. Default: `HALF_UP`.",
  })
  readonly mode?: RoundingMode | null;
}
