import { DomainError } from "./domain-error.js";

/** A list has more entries than are allowed. */
export class TooMany extends DomainError {
  readonly code = "TOO_MANY";

  constructor(
    readonly what: string,
    readonly count: number,
    readonly limit: number,
  ) {
    super(`There are ${count} ${what}, but at most ${limit} are allowed.`);
  }
}
