import { DomainError } from "./domain-error.js";

/** A list names the same thing twice, so that it is unclear which entry counts. */
export class RepeatedEntry extends DomainError {
  readonly code = "GIVEN_TWICE";

  constructor(
    readonly repeated: string,
    path: readonly string[],
  ) {
    super(`"${repeated}" is given twice. Name it once.`, path);
  }
}
