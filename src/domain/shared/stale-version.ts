import { DomainError } from "./domain-error.js";

/** Somebody else saved the aggregate since it was loaded. */
export class StaleVersion extends DomainError {
  readonly code = "STALE_VERSION";

  constructor(
    readonly subject: string,
    readonly loadedVersion: number,
  ) {
    super(`${subject} has changed since version ${loadedVersion} was read: read it again and repeat the change.`);
  }
}
