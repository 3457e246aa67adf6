import { QueryFailedError } from "typeorm";
import { DomainError, Refused } from "../../domain/shared/domain-error.js";
import { StaleVersion } from "../../domain/shared/stale-version.js";
import { safeText } from "./safe-facts.js";
import { driverFacts } from "./sql.js";

/** After so many failures an event or a piece of work is parked. */
export const MOST_ATTEMPTS = 10;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_ERROR = 200;

/** How long to wait after so many failures, in milliseconds: 1 s, 2 s, 4 s … so that ten take eight and a half minutes. */
export const backoffMs = (failures: number): number => FIRST_PAUSE_MS * 2 ** (failures - 1);

/** Whether trying again would end the same way: a rule said no. That somebody else was faster is no rule. */
export const isFinal = (error: unknown): boolean =>
  error instanceof Refused || (error instanceof DomainError && !(error instanceof StaleVersion));

/** Name, code and message in one line; of a driver's error no message, because it repeats values of the statement. */
export const shortError = (error: unknown): string => {
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof QueryFailedError)
    return safeText(`${error.name} ${driverFacts(error).code ?? ""}`.trimEnd());
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return safeText(`${error.name}${code}: ${error.message}`.slice(0, LONGEST_ERROR));
};
