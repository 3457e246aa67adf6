import { Money } from "../../shared/money.js";
import type { PriceStep, PriceStepFacts, PriceStepKind } from "./quote.js";

/** An amount while it is worked out, and the steps that lead to it. */
export class PriceSteps {
  readonly steps: PriceStep[] = [];
  /** The sum of the steps, in minor units. */
  amount = 0;

  constructor(private readonly currency: string) {}

  /** @param amount and base in minor units */
  add(
    kind: PriceStepKind,
    amount: number,
    base: number,
    reason: string,
    facts: PriceStepFacts = NO_FACTS,
    isLimited = false,
  ): void {
    this.amount += amount;
    this.steps.push({
      kind,
      amount: Money.of(amount, this.currency),
      base: Money.of(base, this.currency),
      reason,
      isLimited,
      facts,
    });
  }
}

const NO_FACTS: PriceStepFacts = {};
