import { DomainError } from "../shared/domain-error.js";

export class DeliveryZoneNotFound extends DomainError {
  readonly code = "DELIVERY_ZONE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[] = ["id"],
  ) {
    super(`There is no delivery zone ${missing.slice(0, 80)}.`, path);
  }
}

export class DeliveryZoneKeyTaken extends DomainError {
  readonly code = "DELIVERY_ZONE_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another delivery zone already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** A zone could contain no address, because it or one of its areas names no country. */
export class DeliveryZoneWithoutCountry extends DomainError {
  readonly code = "DELIVERY_ZONE_WITHOUT_COUNTRY";

  constructor(
    readonly zone: string,
    path: readonly string[],
  ) {
    super(`The delivery zone ${zone} has an area without a country. Choose its country.`, path);
  }
}

/** Two zones would contain the same address, and none of them is the narrower one. */
export class DeliveryZonesOverlap extends DomainError {
  readonly code = "DELIVERY_ZONES_OVERLAP";

  constructor(
    readonly zone: string,
    readonly other: string,
    path: readonly string[],
  ) {
    super(
      `The delivery zone ${zone} has an area that the delivery zone ${other} has too. Remove it from one of them.`,
      path,
    );
  }
}

export class DeliveryZoneInUse extends DomainError {
  readonly code = "DELIVERY_ZONE_IN_USE";
  readonly uses: number;

  constructor(
    readonly zone: string,
    /** The keys of the options that deliver there. */
    readonly options: readonly string[],
  ) {
    super(
      `The delivery options ${options.slice(0, 5).join(", ")}${options.length > 5 ? " …" : ""} deliver to the zone ${zone}. Remove it from them first.`,
      ["id"],
    );
    this.uses = options.length;
  }
}

export class DeliveryOptionNotFound extends DomainError {
  readonly code = "DELIVERY_OPTION_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`There is no delivery option ${missing.slice(0, 80)}.`, ["id"]);
  }
}

export class DeliveryOptionKeyTaken extends DomainError {
  readonly code = "DELIVERY_OPTION_KEY_TAKEN";

  constructor(readonly taken: string) {
    super(`Another delivery option already has the key "${taken}". Choose another one.`, ["key"]);
  }
}

/** What a delivery option says does not fit its kind, or a number is out of range. */
export class InvalidDeliveryOption extends DomainError {
  readonly code = "INVALID_DELIVERY_OPTION";
}

/** Two steps of a table of prices would apply to the same delivery. */
export class DeliveryStepsOverlap extends DomainError {
  readonly code = "DELIVERY_STEPS_OVERLAP";

  constructor(
    /** As `from` to `upTo`. */
    readonly step: string,
    readonly other: string,
    path: readonly string[],
  ) {
    super(
      `The step ${step} overlaps the step ${other}. End one of them before the other one starts.`,
      path,
    );
  }
}

/** A delivery option has a price in a currency in which none of its markets sells. */
export class DeliveryPriceInOtherCurrency extends DomainError {
  readonly code = "DELIVERY_PRICE_IN_OTHER_CURRENCY";

  constructor(
    readonly actual: string,
    readonly expected: readonly string[],
    path: readonly string[],
  ) {
    super(
      `No market of the delivery option sells in ${actual}. Enter its prices in ${expected.join(", ")}.`,
      path,
    );
  }
}

/** The delivery option does not deliver the lines to the address. */
export class DeliveryNotEligible extends DomainError {
  readonly code = "DELIVERY_NOT_ELIGIBLE";

  constructor(
    readonly option: string,
    /** As in `INELIGIBLE`, or NOTHING_TO_SEND. */
    readonly reason: string,
  ) {
    super(`The delivery option "${option}" does not deliver this: ${reason}. Choose another one.`);
  }
}

/** The price of the delivery option is known only when there is a cart. */
export class DeliveryPricedInCart extends DomainError {
  readonly code = "PRICED_IN_CART";

  constructor(readonly option: string) {
    super(
      `A carrier names the price of "${option}" when there is a cart. Enter the delivery as an amount instead.`,
    );
  }
}
