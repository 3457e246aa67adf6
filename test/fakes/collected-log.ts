import type { Log, LogFacts } from "../../src/application/shared/log.js";

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly message: string;
  readonly facts: LogFacts;
}

/** A log that collects its lines. */
export const collectedLog = (): Log & { readonly lines: readonly LogLine[] } => {
  const lines: LogLine[] = [];
  const at =
    (level: LogLine["level"]) =>
    (message: string, facts: LogFacts = {}): void =>
      void lines.push({ level, message, facts });
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
};
