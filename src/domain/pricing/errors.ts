import { DomainError } from "../shared/domain-error.js";

/** A price is to change at a time at which it cannot. */
export class InvalidScheduleTime extends DomainError {
  readonly code = "INVALID_SCHEDULE_TIME";
}

export class ScheduledPriceNotFound extends DomainError {
  readonly code = "SCHEDULED_PRICE_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`No price change ${missing} is to come: it was made, or taken back.`, ["id"]);
  }
}

export class MarketNotFound extends DomainError {
  readonly code = "MARKET_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no market ${missing}.`, ["id"]);
  }
}

export class PriceListNotFound extends DomainError {
  readonly code = "PRICE_LIST_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no price list ${missing}.`, path);
  }
}

/** What programs name a market or a price list by is not written as such. */
export class InvalidKey extends DomainError {
  readonly code = "INVALID_KEY";

  constructor(readonly key: string) {
    super(
      `"${key.slice(0, 80)}" is no key: write 1 to 64 lower-case letters, digits and hyphens, with no hyphen at either end.`,
      ["key"],
    );
  }
}

export class MarketKeyTaken extends DomainError {
  readonly code = "MARKET_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`There is a market "${taken}" already.`, ["key"]);
  }
}

export class PriceListKeyTaken extends DomainError {
  readonly code = "PRICE_LIST_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`There is a price list "${taken}" already.`, ["key"]);
  }
}

export class UnknownCountry extends DomainError {
  readonly code = "UNKNOWN_COUNTRY";

  constructor(readonly country: string) {
    super(`"${country.slice(0, 20)}" is not a country of ISO 3166-1, such as DE, CH or JP.`);
  }
}

/** Who shops from a country is to be in no doubt about the market. */
export class CountryTaken extends DomainError {
  readonly code = "COUNTRY_TAKEN";

  constructor(
    readonly taken: string,
    path: readonly string[] = ["countries"],
  ) {
    super(`${taken} belongs to another market: take it out there first.`, path);
  }
}

/** A market speaks no language. */
export class NoLocales extends DomainError {
  readonly code = "NO_LOCALES";

  constructor() {
    super("A market speaks at least one language.", ["locales"]);
  }
}

/** What all base prices and all texts of the catalogue are written in stays as it is. */
export class DefaultMarketFixed extends DomainError {
  readonly code = "DEFAULT_MARKET_FIXED";

  constructor(what: string, path: readonly string[]) {
    super(`${what} of the default market cannot be changed: open another market instead.`, path);
  }
}

export class PriceListCurrencyMismatch extends DomainError {
  readonly code = "PRICE_LIST_CURRENCY_MISMATCH";

  constructor(
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`The market sells in ${expected}, and the price list holds prices in ${actual}.`, [
      "priceListId",
    ]);
  }
}

/** Nobody could buy anything in a market in another currency without prices of its own. */
export class PriceListRequired extends DomainError {
  readonly code = "PRICE_LIST_REQUIRED";

  constructor(readonly currency: string) {
    super(
      `The prices of the catalogue are not in ${currency}: give the market a price list in ${currency}.`,
      ["priceListId"],
    );
  }
}

export class PriceListNotReady extends DomainError {
  readonly code = "PRICE_LIST_NOT_READY";

  constructor(readonly key: string) {
    super(
      `The price list "${key}" is still being worked out for all products: use it in a moment.`,
      ["priceListId"],
    );
  }
}

export class PriceListInUse extends DomainError {
  readonly code = "PRICE_LIST_IN_USE";

  constructor(
    readonly key: string,
    readonly uses: number,
  ) {
    super(
      `The price list "${key}" is used by ${uses} ${uses === 1 ? "market" : "markets"}: give them another one first.`,
      ["id"],
    );
  }
}

/** There are as many as there may be. */
export class TooManyOfAKind extends DomainError {
  readonly code = "TOO_MANY";

  constructor(
    what: string,
    readonly count: number,
    readonly limit: number,
  ) {
    super(`There are at most ${limit} ${what}.`);
  }
}
