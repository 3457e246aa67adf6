import type { DestinationStream } from "pino";
import type { Log, LogFacts } from "../../../application/shared/log.js";
import type { LogLevel } from "./log-level.js";
import { safeFacts, safeText } from "./safe-facts.js";

interface LoggerOptions {
  readonly level: LogLevel;
  /** For a terminal; otherwise one JSON object per line. */
  readonly pretty: boolean;
  readonly destination: DestinationStream;
}

/** The only way to log: every message and fact is made safe before pino gets it. Times are UTC. */
export const createLogger = async ({ level, pretty, destination }: LoggerOptions): Promise<Log> => {
  const { pino } = await import("pino");
  const stream = pretty ? await prettyStream(destination) : destination;
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
  const at =
    (severity: "debug" | "info" | "warn" | "error") =>
    (message: string, facts: LogFacts = {}): void => {
      if (logger.isLevelEnabled(severity)) logger[severity](safeFacts(facts), safeText(message));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
};

const prettyStream = async (destination: DestinationStream): Promise<DestinationStream> => {
  // Loading takes 40 ms, so only for a terminal.
  const { build } = await import("pino-pretty");
  const { Writable } = await import("node:stream");
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      destination.write(chunk.toString());
      done();
    },
  });
  return build({
    destination: sink,
    colorize: true,
    translateTime: "UTC:HH:MM:ss",
    ignore: "pid,hostname",
    singleLine: true,
    sync: true,
  });
};
