import { StoreUnavailable } from "../application/shared/unit-of-work.js";
import { DomainError, Refused } from "../domain/shared/domain-error.js";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import { ConfigProblems } from "../infrastructure/shared/variable-reader.js";
import { eventsCommand } from "../interface/cli/events-command.js";
import { exportCommand } from "../interface/cli/export-command.js";
import { importCommand } from "../interface/cli/import-command.js";
import { mediaCommand } from "../interface/cli/media-command.js";
import { plinth, runPlinth } from "../interface/cli/plinth.js";
import { workCommand } from "../interface/cli/work-command.js";
import { cliNeeds, operatorNeeds } from "./commands.js";

/** Runs one command. @returns the exit code */
export const commandLine = async (
  readConfig: () => Config,
  words: readonly string[],
): Promise<number> => {
  const { stdout: out, stderr: err } = process;
  let exitCode = 0;
  // The reader of a pipe may leave before the end, as `head` does: what was begun is finished all the same. What cannot be
  // said for another reason, such as a full disk, is a failure in the end.
  for (const stream of [out, err])
    stream.on(
      "error",
      ({ code }: NodeJS.ErrnoException) =>
        (process.exitCode = code === "EPIPE" ? process.exitCode : 1),
    );
  const surroundings = { readConfig, out, err, setExitCode: (code: number) => (exitCode = code) };
  const needs = cliNeeds(surroundings);
  try {
    const usage = await runPlinth(
      plinth(operatorNeeds(surroundings), [
        importCommand(needs),
        exportCommand(needs),
        eventsCommand(needs),
        workCommand(needs),
        mediaCommand(needs),
      ]),
      words,
    );
    return usage === 0 ? exitCode : usage;
  } catch (error) {
    err.write(`${explained(error)}\n`);
    return 1;
  }
};

/** One clear line for what an operator can remedy; for a bug, where it is. */
const explained = (error: unknown): string => {
  const known = [CannotProceed, ConfigProblems, StoreUnavailable, DomainError, Refused].some(
    (kind) => error instanceof kind,
  );
  if (known && error instanceof Error) return error.message;
  return error instanceof Error
    ? `Plinth failed: ${error.stack ?? error.message}`
    : `Plinth failed: ${String(error)}`;
};
