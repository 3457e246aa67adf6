import { DomainError } from "../../shared/domain-error.js";

/** Two things that buyers choose between would read the same in one language. */
export class AmbiguousTranslation extends DomainError {
  readonly code = "AMBIGUOUS_TRANSLATION";

  constructor(
    readonly locale: string,
    readonly shown: string,
    what: string,
    path: readonly string[],
  ) {
    super(
      `Two ${what} would both read "${shown}" in ${locale}: give each another translation, or nobody can tell them apart.`,
      path,
    );
  }
}

/** What was to be translated has no words, or is not there. */
export class NothingToTranslate extends DomainError {
  readonly code = "NOTHING_TO_TRANSLATE";
}
