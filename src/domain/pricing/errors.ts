import { DomainError } from "../shared/domain-error.js";

export class NegativePrice extends DomainError {
  readonly code = "NEGATIVE_PRICE";

  constructor(
    readonly amount: string,
    path: readonly string[],
  ) {
    super(`A price cannot be negative, but this one is ${amount}.`, path);
  }
}

/** A compare-at price or a cost means nothing for a variant that cannot be bought. */
export class PriceMissing extends DomainError {
  readonly code = "FIGURES_WITHOUT_PRICE";

  constructor(path: readonly string[]) {
    super("A compare-at price or a cost needs a price. Enter the price too.", path);
  }
}

/** A price cannot be scheduled for this time. */
export class InvalidScheduleTime extends DomainError {
  readonly code = "INVALID_SCHEDULE_TIME";
}

export class ScheduledPriceNotFound extends DomainError {
  readonly code = "SCHEDULED_PRICE_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no pending price change ${missing}. It was already applied or cancelled.`, [
      "id",
    ]);
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

/** The key of a market or a price list is malformed. */
export class InvalidKey extends DomainError {
  readonly code = "INVALID_KEY";

  constructor(readonly key: string) {
    super(
      `"${key.slice(0, 80)}" is not a valid key. Use 1 to 64 lower-case letters, digits and hyphens, with no hyphen at the start or end.`,
      ["key"],
    );
  }
}

export class MarketKeyTaken extends DomainError {
  readonly code = "MARKET_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another market already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

export class PriceListKeyTaken extends DomainError {
  readonly code = "PRICE_LIST_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another price list already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** A country belongs to at most one market, so that it decides the market of a buyer. */
export class CountryTaken extends DomainError {
  readonly code = "COUNTRY_TAKEN";

  constructor(
    readonly taken: string,
    path: readonly string[] = ["countries"],
  ) {
    super(`${taken} already belongs to another market. Remove it there first.`, path);
  }
}

export class NoLocales extends DomainError {
  readonly code = "NO_LOCALES";

  constructor() {
    super("A market needs at least one language.", ["locales"]);
  }
}

/**
 * The default market cannot be deleted, nor leave the base currency or the language of the
 * catalogue.
 */
export class DefaultMarketFixed extends DomainError {
  readonly code = "DEFAULT_MARKET_FIXED";
}

export class PriceListCurrencyMismatch extends DomainError {
  readonly code = "PRICE_LIST_CURRENCY_MISMATCH";

  constructor(
    readonly expected: string,
    readonly actual: string,
  ) {
    super(
      `The market sells in ${expected}, but the price list is in ${actual}. Choose another one.`,
      ["priceListId"],
    );
  }
}

/**
 * In a market with another currency than the base prices, nothing could be bought without a price
 * list.
 */
export class PriceListRequired extends DomainError {
  readonly code = "PRICE_LIST_REQUIRED";

  constructor(readonly currency: string) {
    super(`The base prices are not in ${currency}. Choose a price list in ${currency}.`, [
      "priceListId",
    ]);
  }
}

export class PriceListNotReady extends DomainError {
  readonly code = "PRICE_LIST_NOT_READY";

  constructor(readonly key: string) {
    super(`The price list "${key}" is still being prepared. Try again in a moment.`, [
      "priceListId",
    ]);
  }
}

export class PriceListInUse extends DomainError {
  readonly code = "PRICE_LIST_IN_USE";

  constructor(
    readonly key: string,
    readonly uses: number,
  ) {
    super(
      `The price list "${key}" is used by ${uses} ${uses === 1 ? "market" : "markets"}. Choose another price list there first.`,
      ["id"],
    );
  }
}

/** The shop has as many markets or price lists as it may have. */
export class TooManyOfAKind extends DomainError {
  readonly code = "TOO_MANY";

  constructor(
    what: string,
    readonly count: number,
    readonly limit: number,
  ) {
    super(`There can be at most ${limit} ${what}.`);
  }
}

export class CustomerGroupNotFound extends DomainError {
  readonly code = "CUSTOMER_GROUP_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no customer group ${missing}.`, path);
  }
}

export class CustomerGroupKeyTaken extends DomainError {
  readonly code = "CUSTOMER_GROUP_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another customer group already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** Price lists are made for the customer group. */
export class CustomerGroupInUse extends DomainError {
  readonly code = "CUSTOMER_GROUP_IN_USE";
  /** How many lists there are. */
  readonly uses: number;

  constructor(
    readonly key: string,
    /** The keys of the lists. */
    readonly priceLists: readonly string[],
  ) {
    super(
      `The customer group "${key}" is used by ${listsInWords(priceLists)}. Delete them, or make them for another group, first.`,
      ["id"],
    );
    this.uses = priceLists.length;
  }
}

/** Price lists are made for the market. */
export class MarketInUse extends DomainError {
  readonly code = "MARKET_IN_USE";
  /** How many lists there are. */
  readonly uses: number;

  constructor(
    readonly key: string,
    /** The keys of the lists. */
    readonly priceLists: readonly string[],
  ) {
    super(
      `The market "${key}" is used by ${listsInWords(priceLists)}. Delete them, or make them for another market, first.`,
      ["id"],
    );
    this.uses = priceLists.length;
  }
}

const listsInWords = (keys: readonly string[]): string =>
  `the price ${keys.length === 1 ? "list" : "lists"} ${keys.map((key) => `"${key}"`).join(", ")}`;

export class InvalidMinimumQuantity extends DomainError {
  readonly code = "INVALID_MINIMUM_QUANTITY";

  constructor(
    readonly quantity: number,
    path: readonly string[],
  ) {
    super("A minimum quantity is a whole number from 1 to 1,000,000.", path);
  }
}
