import { DomainError } from "../../shared/domain-error.js";
import { percentage } from "./percentage.js";

/** A zone, a country or a region of it, and the tax of a rate, as a sentence names them. */
interface RateName {
  readonly zone: string;
  readonly category: string;
  readonly tax: string;
}

/** Two rates of one tax would apply to the same goods at the same time. */
export class TaxRatesOverlap extends DomainError {
  readonly code = "TAX_RATES_OVERLAP";

  constructor(
    readonly rate: RateName,
    /** Since when the other rate is valid; null: always. */
    readonly otherFrom: Date | null,
    readonly otherUntil: Date | null,
    path: readonly string[],
  ) {
    super(
      `${rate.tax} on ${rate.category} in ${rate.zone} already has a rate${period(otherFrom, otherUntil)}. End one before the other starts.`,
      path,
    );
  }
}

/** A zone could apply to no buyer, because it or one of its areas names no country. */
export class TaxZoneWithoutCountry extends DomainError {
  readonly code = "TAX_ZONE_WITHOUT_COUNTRY";

  constructor(
    readonly zone: string,
    path: readonly string[],
  ) {
    super(`The tax zone ${zone} has an area without a country. Choose its country.`, path);
  }
}

/** Two zones would apply to the same buyer, and none of them is the narrower one. */
export class TaxZonesOverlap extends DomainError {
  readonly code = "TAX_ZONES_OVERLAP";

  constructor(
    readonly zone: string,
    readonly other: string,
    path: readonly string[],
  ) {
    super(
      `The tax zone ${zone} has an area that the tax zone ${other} has too. Remove it from one of them.`,
      path,
    );
  }
}

/** A rate, or what applies together with it, is 100 % or more. */
export class TaxRateTooHigh extends DomainError {
  readonly code = "TAX_RATE_TOO_HIGH";

  constructor(
    readonly rate: RateName,
    /** Parts of a million, of all rates that apply together; may have a fraction. */
    readonly partsPerMillion: number,
    /** The other taxes that apply to the same goods at the same time. */
    readonly others: readonly string[],
    path: readonly string[],
  ) {
    super(
      `${[rate.tax, ...others].join(" and ")} on ${rate.category} in ${rate.zone} ${others.length > 0 ? "are together" : "is"} ${percentage(partsPerMillion)} %. Rates must stay below 100 %.`,
      path,
    );
  }
}

export class InvalidTaxRate extends DomainError {
  readonly code = "INVALID_TAX_RATE";

  constructor(
    readonly partsPerMillion: number,
    path: readonly string[],
  ) {
    super("A tax rate is a percentage of at least 0 with at most four decimals.", path);
  }
}

/** Where exactly one can be the default, there are two. */
export class TwoDefaults extends DomainError {
  readonly code = "TWO_DEFAULTS";

  constructor(
    readonly what: string,
    readonly key: string,
    readonly other: string,
    path: readonly string[],
  ) {
    super(`${other} is already the default ${what}. Only one of ${other} and ${key} can be.`, path);
  }
}

const period = (from: Date | null, until: Date | null): string =>
  `${from ? ` from ${from.toISOString()}` : ""}${until ? ` until ${until.toISOString()}` : ""}`;
