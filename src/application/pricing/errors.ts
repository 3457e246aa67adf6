import { DomainError } from "../../domain/shared/domain-error.js";

export class UnknownMarket extends DomainError {
  readonly code = "UNKNOWN_MARKET";

  constructor(
    readonly market: string,
    known: readonly string[],
  ) {
    super(
      `There is no market "${market.slice(0, 60)}": leave the header Plinth-Market out, or send one of ${listed(known)}.`,
    );
  }
}

export class UnknownLocale extends DomainError {
  readonly code = "UNKNOWN_LOCALE";

  constructor(
    readonly locale: string,
    spoken: readonly string[],
  ) {
    super(
      `The market does not speak "${locale.slice(0, 60)}": leave the header Plinth-Locale out, or send one of ${listed(spoken)}.`,
    );
  }
}

const MOST_LISTED = 20;

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST_LISTED)
    .map((name) => `"${name}"`)
    .join(", ")}${names.length > MOST_LISTED ? " …" : ""}`;
