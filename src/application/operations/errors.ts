import { DomainError } from "../../domain/shared/domain-error.js";

export class EventsNotFound extends DomainError {
  readonly code = "EVENTS_NOT_FOUND";

  constructor(readonly ids: readonly string[]) {
    super(
      `There ${ids.length === 1 ? "is no event" : "are no events"} ${ids.join(", ")}. Nothing was changed.`,
    );
  }
}

/** What is delivered has had its effect already. */
export class EventsDelivered extends DomainError {
  readonly code = "EVENTS_DELIVERED";

  constructor(readonly ids: readonly string[]) {
    super(
      `Delivered already, so there is nothing to drop: ${ids.join(", ")}. Nothing was changed.`,
    );
  }
}

export class WorkNotFound extends DomainError {
  readonly code = "WORK_NOT_FOUND";

  constructor(readonly ids: readonly string[]) {
    super(`There is no scheduled work ${ids.join(", ")}. Nothing was changed.`);
  }
}

export class WorkDone extends DomainError {
  readonly code = "WORK_DONE";

  constructor(readonly ids: readonly string[]) {
    super(`Done already: ${ids.join(", ")}. Nothing was changed.`);
  }
}

/** What comes round again belongs to Plinth: it would be back with the next start. */
export class WorkRecurs extends DomainError {
  readonly code = "WORK_RECURS";

  constructor(readonly ids: readonly string[]) {
    super(`Comes round again and cannot be dropped: ${ids.join(", ")}. Nothing was changed.`);
  }
}
