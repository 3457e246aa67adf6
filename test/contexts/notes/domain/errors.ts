import { DomainError } from "../../../../src/domain/shared/domain-error.js";

export class NoteTitleTaken extends DomainError {
  readonly code = "NOTE_TITLE_TAKEN";

  constructor(readonly taken: string) {
    super(`Another note already has the title "${taken}". Choose another one.`, ["title"]);
  }
}

export class NoteNotFound extends DomainError {
  readonly code = "NOTE_NOT_FOUND";

  constructor(readonly missing: string) {
    super(`The note ${missing} does not exist.`);
  }
}
