import { DomainError } from "../../domain/shared/domain-error.js";

export class EventsNotFound extends DomainError {
  readonly code = "EVENTS_NOT_FOUND";

  constructor(readonly ids: readonly string[]) {
    super(
      `There ${ids.length === 1 ? "is no event" : "are no events"} ${ids.join(", ")}. Nothing was changed.`,
    );
  }
}

/** Delivered events have had their effect. */
export class EventsDelivered extends DomainError {
  readonly code = "EVENTS_DELIVERED";

  constructor(readonly ids: readonly string[]) {
    super(
      `These events are delivered already, so they cannot be dropped: ${ids.join(", ")}. Nothing was changed.`,
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
    super(`This work is done already: ${ids.join(", ")}. Nothing was changed.`);
  }
}

/** Recurring work belongs to Plinth: the next start would plan it again. */
export class WorkRecurs extends DomainError {
  readonly code = "WORK_RECURS";

  constructor(readonly ids: readonly string[]) {
    super(`Recurring work cannot be dropped: ${ids.join(", ")}. Nothing was changed.`);
  }
}

export class UnknownRule extends DomainError {
  readonly code = "UNKNOWN_RULE";

  constructor(
    readonly unknown: string,
    readonly rules: readonly string[],
  ) {
    super(`There is no rule ${unknown}. The rules are: ${rules.join(", ")}.`);
  }
}
