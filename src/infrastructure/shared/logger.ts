import type { DestinationStream } from "pino";
import type { Log, LogFacts } from "../../application/shared/log.js";
import type { Config } from "../config.js";
import { safeFacts, safeText } from "./safe-facts.js";

export interface LoggerOptions {
  readonly level: Config["logLevel"];
  /** For people at a terminal; machines get one JSON object per line. */
  readonly pretty: boolean;
  readonly destination: DestinationStream;
}

/** The only way into the log: nothing reaches pino that has not been made safe. Times are UTC. */
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
  // Takes 40 ms to load, so only where somebody looks.
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
