import { SingleBar } from "cli-progress";
import type { ProductFile } from "../../application/catalog/ports.js";
import type { CliNeeds } from "./cli-needs.js";

export interface Progress {
  advance(rows: number): void;
  stop(): void;
}

const SILENT: Progress = { advance: () => undefined, stop: () => undefined };

/** A bar for people; nothing where the output goes into a file or a pipe. */
export const importProgress = (
  { err, isTerminal }: Pick<CliNeeds, "err" | "isTerminal">,
  { rows }: ProductFile,
): Progress => {
  if (!isTerminal) return SILENT;
  const bar = new SingleBar({
    stream: err,
    format: "{bar} {percentage}% | {value} of {total} rows | {duration_formatted}",
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  bar.start(rows, 0);
  return { advance: (more) => bar.increment(more), stop: () => bar.stop() };
};
