import { OutcomeUnknown, StoreUnavailable } from "../application/shared/unit-of-work.js";
import { DomainError, Refused } from "../domain/shared/domain-error.js";
import type { Config } from "../infrastructure/config.js";
import { CannotProceed } from "../infrastructure/shared/cannot-proceed.js";
import { ConfigProblems } from "../infrastructure/shared/config/variable-reader.js";
import { collectionsCommand } from "../interface/cli/collections-command.js";
import { documentsCommand } from "../interface/cli/documents-command.js";
import { doctorCommand } from "../interface/cli/doctor-command.js";
import { eventsCommand } from "../interface/cli/events-command.js";
import { exportCommand } from "../interface/cli/export-command.js";
import { importCommand } from "../interface/cli/import-command.js";
import { mediaCommand } from "../interface/cli/media-command.js";
import { plinth, runPlinth } from "../interface/cli/plinth.js";
import { pricesCommand } from "../interface/cli/prices-command.js";
import { taxesCommand } from "../interface/cli/taxes-command.js";
import { tortureCommand } from "../interface/cli/torture-command.js";
import { workCommand } from "../interface/cli/work-command.js";
import { cliActions } from "./cli-actions.js";
import { cliContext } from "./cli-context.js";

/** Runs one command. @returns the exit code */
export const commandLine = async (
  readConfig: () => Config,
  args: readonly string[],
): Promise<number> => {
  const { stdout: out, stderr: err } = process;
  let exitCode = 0;
  // The reader of a pipe may stop before the end, as `head` does: the command is finished all the
  // same. Any other error of an output, such as a full disk, makes the command fail in the end.
  for (const stream of [out, err])
    stream.on(
      "error",
      ({ code }: NodeJS.ErrnoException) =>
        (process.exitCode = code === "EPIPE" ? process.exitCode : 1),
    );
  const environment = { readConfig, out, err, setExitCode: (code: number) => (exitCode = code) };
  const context = cliContext(environment);
  try {
    const usage = await runPlinth(
      plinth(cliActions(environment), [
        importCommand(context),
        exportCommand(context),
        collectionsCommand(context),
        pricesCommand(context),
        taxesCommand(context),
        eventsCommand(context),
        workCommand(context),
        documentsCommand(context),
        mediaCommand(context),
        doctorCommand(context),
        tortureCommand({
          torture: async (request) => {
            const { runTorture } = await import("./run-torture.js");
            return runTorture(request, readConfig(), (line) => void err.write(`${line}\n`));
          },
          out,
          setExitCode: environment.setExitCode,
        }),
      ]),
      args,
    );
    return usage === 0 ? exitCode : usage;
  } catch (error) {
    err.write(`${errorText(error)}\n`);
    return 1;
  }
};

/** The message of an error that an operator can remedy; of a bug the stack. */
const errorText = (error: unknown): string => {
  const isExpected = [
    CannotProceed,
    ConfigProblems,
    StoreUnavailable,
    OutcomeUnknown,
    DomainError,
    Refused,
  ].some((kind) => error instanceof kind);
  if (isExpected && error instanceof Error) return error.message;
  return error instanceof Error
    ? `Plinth failed: ${error.stack ?? error.message}`
    : `Plinth failed: ${String(error)}`;
};
