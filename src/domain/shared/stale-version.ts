import { DomainError } from "./domain-error.js";

/** Somebody else changed the thing since it was read. */
export class StaleVersion extends DomainError {
  readonly code = "STALE_VERSION";

  /** @param currentVersion null where it is not known, because the thing moved in the very moment of writing */
  constructor(
    readonly subject: string,
    readonly expectedVersion: number,
    readonly currentVersion: number | null = null,
  ) {
    super(
      `${subject} has changed since version ${expectedVersion} was read${currentVersion === null ? "" : `, and is at version ${currentVersion} now`}: read it again and repeat the change.`,
      ["expectedVersion"],
    );
  }
}

/** @throws StaleVersion when a version is expected and another one is there */
export const checkVersion = (
  subject: string,
  expected: number | null | undefined,
  current: number,
): void => {
  if (expected != null && expected !== current) throw new StaleVersion(subject, expected, current);
};
