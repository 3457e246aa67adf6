import { DomainError } from "./domain-error.js";

/** The record has changed since the client read it. */
export class StaleVersion extends DomainError {
  readonly code = "STALE_VERSION";

  /**
   * @param currentVersion null when unknown, because another transaction changed the record during
   * the write
   */
  constructor(
    readonly subject: string,
    readonly expectedVersion: number,
    readonly currentVersion: number | null = null,
  ) {
    super(
      `${subject} has changed since version ${expectedVersion}${currentVersion === null ? "" : ` and is now at version ${currentVersion}`}. Load it again and repeat your change.`,
      ["expectedVersion"],
    );
  }
}

/** @throws StaleVersion when a version is expected and the current one differs */
export const checkVersion = (
  subject: string,
  expected: number | null | undefined,
  current: number,
): void => {
  if (expected != null && expected !== current) throw new StaleVersion(subject, expected, current);
};
