import { DomainError } from "../../shared/domain-error.js";
import { Problems } from "../../shared/problems.js";
import { isStorableTime } from "../../shared/storable-time.js";
import { text } from "../../shared/text.js";
import { newState, type VersionedState } from "../../shared/versioned-aggregate.js";
import type { TaxRateId } from "../ids.js";
import { checkTaxRate, type TaxRate } from "../tax/tax-rate.js";
import { TaxSetting } from "./tax-setting.js";

export type TaxRateSnapshot = TaxRate & VersionedState<TaxRateId>;

/** What the shop charges on the goods of a category in a zone, for a time. */
export class TaxRateSetting extends TaxSetting<TaxRateSnapshot> {
  protected readonly kind = "rate";

  /**
   * @param others the other rates of its zone and category
   * @throws Refused with InvalidText, InvalidTaxRate, InvalidValidity, InvalidTaxTime,
   * TaxRateTooHigh, TaxRatesOverlap
   */
  static create(
    id: TaxRateId,
    content: TaxRate,
    others: readonly TaxRate[],
    now: Date,
  ): TaxRateSetting {
    return new TaxRateSetting({ ...checked(content, others), ...newState(id, now) }).created();
  }

  static restore(snapshot: TaxRateSnapshot): TaxRateSetting {
    return new TaxRateSetting(snapshot);
  }

  /** @returns whether anything changed @throws Refused as `create` does */
  revise(content: TaxRate, others: readonly TaxRate[], now: Date): boolean {
    return this.update(checked(content, others), now);
  }

  /** Records the deletion. */
  delete(): void {
    this.deleted();
  }
}

const checked = (content: TaxRate, others: readonly TaxRate[]): TaxRate => {
  const problems = new Problems();
  const tax =
    problems.collect(
      () => text(content.tax, { what: "The name of a tax", min: 1, max: 64 }),
      "tax",
    ) ?? content.tax;
  for (const field of ["from", "until"] as const) {
    const time = content[field];
    if (time && !isStorableTime(time)) problems.add(new InvalidTaxTime([field]));
  }
  problems.collect(() => checkTaxRate({ ...content, tax }, others));
  problems.throwIfAny();
  const { zone, category, partsPerMillion, isCompound, from, until } = content;
  return { zone, category, tax, partsPerMillion, isCompound, from, until };
};

export class InvalidTaxTime extends DomainError {
  readonly code = "INVALID_TAX_TIME";

  constructor(path: readonly string[]) {
    super("The time must be between the years 1000 and 9999.", path);
  }
}
