import { DomainError } from "../../shared/domain-error.js";

/** The quantity of a line is no whole number from 1 to the limit. */
export class InvalidLineQuantity extends DomainError {
  readonly code = "INVALID_QUANTITY";

  constructor(
    readonly quantity: number,
    limit: number,
    path: readonly string[],
  ) {
    super(`The quantity of a line is a whole number from 1 to ${limit}, not ${quantity}.`, path);
  }
}

/** A discount is on a line that the cart does not have. */
export class UnknownQuoteLine extends DomainError {
  readonly code = "QUOTE_LINE_NOT_FOUND";

  constructor(
    readonly missing: string,
    path: readonly string[],
  ) {
    super(`There is no line ${missing}. The first line is 0.`, path);
  }
}

/** A discount names lines and is on delivery too, so that it is unclear what it is taken from. */
export class DiscountOnLinesAndDelivery extends DomainError {
  readonly code = "DISCOUNT_ON_LINES_AND_DELIVERY";

  constructor(path: readonly string[]) {
    super("A discount on delivery names no lines. Make two discounts of it.", path);
  }
}

/** The prices together are larger than can be calculated exactly. */
export class QuoteTooLarge extends DomainError {
  readonly code = "QUOTE_TOO_LARGE";

  constructor(path: readonly string[]) {
    super(
      "The prices are too large together to be calculated exactly. Use smaller quantities.",
      path,
    );
  }
}

/** A variant has no price in the currency for the quantity, in no list that applies and none of its own. */
export class LineWithoutPrice extends DomainError {
  readonly code = "LINE_WITHOUT_PRICE";

  constructor(
    readonly line: string,
    readonly currency: string,
    path: readonly string[],
  ) {
    super(`The line ${line} has no price in ${currency} at the moment. Remove it.`, path);
  }
}

/** A VAT id has a form or a checksum that no VAT id has. */
export class InvalidVatId extends DomainError {
  readonly code = "INVALID_VAT_ID";

  constructor(
    readonly vatId: string,
    path: readonly string[],
  ) {
    super(
      `"${vatId.slice(0, 40)}" is not a VAT id. Write it with its prefix, such as DE136695976, EL for Greece and XI for Northern Ireland.`,
      path,
    );
  }
}

/** A quote is for a moment of which prices and terms are not known any more, or not yet. */
export class QuoteBeforeHistory extends DomainError {
  readonly code = "QUOTE_BEFORE_HISTORY";

  constructor(
    readonly moment: Date,
    /** The first moment that can be answered. */
    readonly earliest: Date,
    path: readonly string[],
  ) {
    super(
      `What the market cost at ${moment.toISOString()} is not known. The earliest moment that can be answered is ${earliest.toISOString()}.`,
      path,
    );
  }
}
