import { QueryFailedError } from "typeorm";
import { DomainError, Refused } from "../../../domain/shared/domain-error.js";
import { StaleVersion } from "../../../domain/shared/stale-version.js";
import { shortened } from "../../../domain/shared/text.js";
import { driverError } from "../database/driver-error.js";
import { safeText } from "../log/safe-facts.js";

/** How a claimed row is stored after it has failed. */
export interface Failure {
  readonly attempts: number;
  /** When it is tried again; null when it is parked. */
  readonly dueAt: Date | null;
  readonly lastError: string;
}

/** @param pauseMs how long to wait before the next attempt; null to park the row */
export const failureAfter = (
  now: Date,
  { attempts, pauseMs, lastError }: Omit<Failure, "dueAt"> & { readonly pauseMs: number | null },
): Failure => ({
  attempts,
  dueAt: pauseMs === null ? null : new Date(now.getTime() + pauseMs),
  lastError,
});

/** After so many failures an event or scheduled work is parked. */
export const MAX_ATTEMPTS = 10;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_ERROR = 200;

/**
 * How long to wait after so many failures, in milliseconds: 1 s, 2 s, 4 s … so that ten attempts
 * take eight and a half minutes.
 */
export const backoffMs = (failures: number): number => FIRST_PAUSE_MS * 2 ** (failures - 1);

/**
 * Whether another attempt would fail in the same way: a rule refuses it. A stale version is not a
 * rule.
 */
export const isFinal = (error: unknown): boolean =>
  error instanceof Refused || (error instanceof DomainError && !(error instanceof StaleVersion));

/**
 * Name, code and message in one line; of a driver's error no message, because it repeats values of
 * the statement.
 */
export const shortError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof QueryFailedError)
    return safeText(`${error.name} ${driverError(error).code ?? ""}`.trimEnd());
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  // Cut last, because escaped characters are longer and the column holds no more.
  return shortened(safeText(`${error.name}${code}: ${error.message}`), LONGEST_ERROR);
};
