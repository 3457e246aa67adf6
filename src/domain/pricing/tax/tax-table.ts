import { compareText } from "../compare-text.js";
import { fraction, type Fraction } from "../rounding/fraction.js";
import { isValidAt } from "../validity.js";
import { MILLION } from "./combined-rate.js";
import { percentage } from "./percentage.js";
import type { TaxRate } from "./tax-rate.js";
import { zoneOf, type TaxAddress, type TaxZone } from "./tax-zone.js";

/** The zones and rates of a shop. */
export interface TaxRules {
  readonly zones: readonly TaxZone[];
  readonly rates: readonly TaxRate[];
}

/** A tax that applies to a category at an address. */
export interface AppliedTax {
  readonly tax: string;
  readonly partsPerMillion: number;
  readonly isCompound: boolean;
  /** For people: VAT 19 %. */
  readonly label: string;
  /** The same for the same tax at the same rate, whatever the category. */
  readonly key: string;
}

/** A tax that is worked out here. */
export interface RatedTax extends AppliedTax {
  /** What it is of the amount: of the gross amount when it is included, otherwise of the net one. */
  readonly part: Fraction;
}

type TaxFacts = Pick<AppliedTax, "tax" | "partsPerMillion" | "isCompound">;

/** The taxes at an address at a moment, by category. */
export class TaxTable {
  readonly #byCategory = new Map<string, readonly RatedTax[]>();

  private constructor(
    readonly zone: TaxZone | null,
    private readonly rates: readonly TaxRate[],
    private readonly areIncluded: boolean,
  ) {}

  /**
   * @param address null: nothing is taxed
   * @param areIncluded whether the prices include the taxes
   */
  static at(
    address: TaxAddress | null,
    { zones, rates }: TaxRules,
    areIncluded: boolean,
    moment: Date,
  ): TaxTable {
    const zone = address && zoneOf(zones, address);
    const valid = rates.filter((rate) => rate.zone === zone?.key && isValidAt(rate, moment));
    return new TaxTable(zone, valid, areIncluded);
  }

  /** Whether nothing is taxed, whatever its category. */
  get isEmpty(): boolean {
    return this.rates.length === 0;
  }

  /** @param category null: never taxed */
  taxesOn(category: string | null): readonly RatedTax[] {
    if (category === null) return [];
    const known = this.#byCategory.get(category);
    if (known) return known;
    const rates = this.rates.filter((rate) => rate.category === category);
    const taxes = appliedTaxes(rates, this.areIncluded);
    this.#byCategory.set(category, taxes);
    return taxes;
  }
}

/** Compound taxes sort last, and the taxes of one name by their rate. */
const keyOf = ({ tax, partsPerMillion, isCompound }: TaxFacts): string =>
  `${isCompound ? 1 : 0} ${tax} ${String(partsPerMillion).padStart(6, "0")}`;

/** A tax at a rate, without what it comes to. */
export const appliedTax = (facts: TaxFacts): AppliedTax => ({
  tax: facts.tax,
  partsPerMillion: facts.partsPerMillion,
  isCompound: facts.isCompound,
  label: `${facts.tax} ${percentage(facts.partsPerMillion)} %`,
  key: keyOf(facts),
});

const appliedTaxes = (rates: readonly TaxRate[], areIncluded: boolean): readonly RatedTax[] => {
  const million = BigInt(MILLION);
  const simple = rates
    .filter(({ isCompound }) => !isCompound)
    .reduce((sum, { partsPerMillion }) => sum + BigInt(partsPerMillion), 0n);
  // In parts of a million millions, because a compound rate is charged on other rates.
  const ofNet = ({ partsPerMillion, isCompound }: TaxRate): bigint =>
    BigInt(partsPerMillion) * (isCompound ? million + simple : million);
  const net = million * million;
  const whole = areIncluded ? rates.reduce((sum, rate) => sum + ofNet(rate), net) : net;
  return rates
    .map((rate) => ({ ...appliedTax(rate), part: fraction(ofNet(rate), whole) }))
    .toSorted((a, b) => compareText(a.key, b.key));
};
