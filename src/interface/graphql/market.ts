import { DomainError } from "../../domain/shared/domain-error.js";

export const DEFAULT_MARKET = "default";

export class UnknownMarket extends DomainError {
  readonly code = "UNKNOWN_MARKET";

  constructor(readonly market: string) {
    super(`There is no market "${market.slice(0, 60)}": leave the header Plinth-Market out, or send "${DEFAULT_MARKET}".`);
  }
}

export class UnknownLocale extends DomainError {
  readonly code = "UNKNOWN_LOCALE";

  constructor(readonly locale: string) {
    super(`The shop does not speak "${locale.slice(0, 60)}": leave the header Plinth-Locale out to be answered in its own language.`);
  }
}
