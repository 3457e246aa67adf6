import { DomainError } from "../../shared/domain-error.js";

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
