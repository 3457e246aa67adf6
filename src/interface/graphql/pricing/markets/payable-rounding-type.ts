import { Field, ObjectType } from "type-graphql";
import type { PayableRounding } from "../../../../domain/pricing/rounding/payable-rounding.js";
import type { RoundingMode } from "../../../../domain/pricing/rounding/rounding-mode.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { RoundingModes } from "../taxes/rounding-modes.js";

/** What a payable rounding is answered from. */
export interface PayableRoundingSource extends Omit<PayableRounding, "increment"> {
  readonly increment: MoneySource;
}

@ObjectType("PayableRounding", {
  simpleResolvers: true,
  description: "How the amount to pay is rounded. It changes neither lines nor taxes.",
})
export class PayableRoundingType {
  @Field(() => String, {
    nullable: true,
    description: "The payment method. Null: all that have no rounding of their own.",
  })
  readonly paymentMethod!: string | null;

  @Field(() => MoneyType, { description: "The smallest amount that can be paid." })
  readonly increment!: MoneySource;

  @Field(() => RoundingModes, { description: "How the amount is rounded." })
  readonly mode!: RoundingMode;
}
