import { DomainError } from "../../shared/domain-error.js";

/** Two options, or two values of one option, would have the same name in a language. */
export class AmbiguousTranslation extends DomainError {
  readonly code = "AMBIGUOUS_TRANSLATION";

  constructor(
    readonly locale: string,
    readonly shown: string,
    what: string,
    path: readonly string[],
  ) {
    super(`Two ${what} would both be "${shown}" in ${locale}. Translate them differently.`, path);
  }
}

/** The text to translate does not exist, or is the same in every language. */
export class NothingToTranslate extends DomainError {
  readonly code = "NOTHING_TO_TRANSLATE";
}
