import { DomainError } from "../shared/domain-error.js";
import type { Validity } from "./validity.js";

/** Two price lists of the same rank are valid at the same time. */
export class PriceListsOverlap extends DomainError {
  readonly code = "PRICE_LISTS_OVERLAP";

  constructor(
    /** The key of the other list. */
    readonly priceList: string,
    { from, until }: Validity,
  ) {
    super(
      `The price list "${priceList}" is for the same buyers and valid ${periodOf(from, until)}. Choose a period before or after it.`,
      ["validFrom"],
    );
  }
}

const periodOf = (from: Date | null, until: Date | null): string =>
  [from && `from ${from.toISOString()}`, until && `until ${until.toISOString()}`]
    .filter((part) => part !== null)
    .join(" ") || "at any time";
