import { DomainError } from "../shared/domain-error.js";

/** A price is to change at a time at which it cannot. */
export class InvalidScheduleTime extends DomainError {
  readonly code = "INVALID_SCHEDULE_TIME";
}

export class ScheduledPriceNotFound extends DomainError {
  readonly code = "SCHEDULED_PRICE_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`No price change ${missing} is to come: it was made, or taken back.`, ["id"]);
  }
}
