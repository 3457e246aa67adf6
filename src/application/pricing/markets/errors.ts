import { DomainError } from "../../../domain/shared/domain-error.js";

export class UnknownMarket extends DomainError {
  readonly code = "UNKNOWN_MARKET";

  constructor(
    readonly market: string,
    keys: readonly string[],
  ) {
    super(
      `There is no market "${market.slice(0, 60)}": leave out the header Plinth-Market, or send one of ${listed(keys)}.`,
    );
  }
}

export class UnknownLocale extends DomainError {
  readonly code = "UNKNOWN_LOCALE";

  constructor(
    readonly locale: string,
    locales: readonly string[],
  ) {
    super(
      `The market has no language "${locale.slice(0, 60)}": leave out the header Plinth-Locale, or send one of ${listed(locales)}.`,
    );
  }
}

const MAX_LISTED = 20;

const listed = (names: readonly string[]): string =>
  `${names
    .slice(0, MAX_LISTED)
    .map((name) => `"${name}"`)
    .join(", ")}${names.length > MAX_LISTED ? " …" : ""}`;
