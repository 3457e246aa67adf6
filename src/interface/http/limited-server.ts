import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { closeSync, openSync } from "node:fs";
import type { Socket } from "node:net";
import { devNull } from "node:os";
import type { Log } from "../../application/shared/log.js";
import type { HttpLimits } from "./limits.js";
import type { Connections } from "./connections/connections.js";

/**
 * An HTTP server whose connections and their requests are limited.
 * @param openFile throws when the process may not open another file
 */
export const limitedServer = (
  connections: Connections,
  limits: HttpLimits,
  log: Log,
  openFile: () => void = openAndClose,
): Server => {
  const server = createServer({
    requireHostHeader: false,
    maxHeaderSize: limits.headerBytes,
    // Node refuses a time for headers that is longer than that for the whole request.
    headersTimeout: Math.min(limits.headersMs, limits.requestMs),
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkEveryMs,
  });
  server.timeout = limits.answerStallMs === Infinity ? 0 : limits.answerStallMs;
  const receive = (request: IncomingMessage, response: ServerResponse): void =>
    connections.receive(request, response);
  server.on("connection", (socket: Socket) => connections.accept(socket));
  server.on("request", receive);
  // Node would answer any `Expect` other than 100-continue with an empty 417. HTTP allows a server
  // to ignore it.
  server.on("checkExpectation", receive);
  server.on("timeout", (socket) => connections.timedOut(socket, server.timeout));
  const complain = onceAMinute(log);
  // Without a listener the process would end when one connection cannot be accepted.
  server.on("error", (error) => {
    if (server.listening) complain("A connection could not be accepted.", error);
  });
  server.once("listening", () => {
    const check = setInterval(() => {
      const problem = problemWithFiles(openFile);
      if (problem === null) return;
      connections.closeIdle(CLOSED_AT_ONCE);
      complain(NO_FILES, problem);
    }, limits.checkEveryMs).unref();
    server.once("close", () => clearInterval(check));
  });
  return server;
};

const CLOSED_AT_ONCE = 32;
const NO_FILES =
  "The process has as many files and connections open as the system allows, and closes idle connections. Raise the limit of open files (ulimit -n), or lower PLINTH_LIMIT_CONNECTIONS.";

/**
 * The error when the process may not open another file. The system then closes new connections
 * without telling, and neither images nor the store can be opened.
 */
const problemWithFiles = (openFile: () => void): Error | null => {
  try {
    openFile();
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error && /^E[MN]FILE$/.test(String(error.code))
      ? error
      : null;
  }
};

const openAndClose = (): void => closeSync(openSync(devNull, "r"));

const MINUTE_MS = 60_000;

const onceAMinute = (log: Log): ((message: string, error: Error) => void) => {
  let loggedAt = -Infinity;
  return (message, error) => {
    if (performance.now() - loggedAt < MINUTE_MS) return;
    loggedAt = performance.now();
    log.error(message, { error });
  };
};
