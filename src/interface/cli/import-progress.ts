import { SingleBar } from "cli-progress";
import type { ProductFile } from "../../application/catalog/ports/product-files.js";
import type { CliContext } from "./cli-context.js";

interface Progress {
  advance(rows: number): void;
  stop(): void;
}

const SILENT: Progress = { advance: () => undefined, stop: () => undefined };

/** A progress bar on a terminal; nothing where the output is a file or a pipe. */
export const importProgress = (
  { err, isTerminal }: Pick<CliContext, "err" | "isTerminal">,
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
