import { Field, InputType } from "type-graphql";
import type { RoundingMode } from "../../../../domain/pricing/rounding/rounding-mode.js";
import type { TaxRounding } from "../../../../domain/pricing/tax/tax-amounts.js";
import { RoundingModes } from "../taxes/rounding-modes.js";
import { TaxRoundingSteps } from "../taxes/tax-rounding-steps.js";

@InputType({ description: "How taxes become whole units of the currency." })
export class TaxRoundingInput {
  @Field(() => TaxRoundingSteps, { description: "Where they are rounded." })
  readonly per!: TaxRounding["per"];

  @Field(() => RoundingModes, { description: "How they are rounded." })
  readonly mode!: RoundingMode;
}
