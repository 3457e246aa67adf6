import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import type { LimitName } from "../../application/shared/limits.js";
import { errorBody } from "./answer-error.js";
import type { HttpLimits } from "./limits.js";
import { bareHeaders } from "./security-headers.js";

const TOO_LARGE = "HPE_HEADER_OVERFLOW";
const TOO_LATE = "ERR_HTTP_REQUEST_TIMEOUT";

/**
 * The limit that a request has reached which could not be read, or null.
 * @param isIdle whether its headers have not arrived
 */
export const limitOfUnreadable = (
  { code }: NodeJS.ErrnoException,
  isIdle: boolean,
): LimitName | null => {
  if (code === TOO_LARGE) return "headerBytes";
  return code === TOO_LATE ? (isIdle ? "headersMs" : "requestMs") : null;
};

/**
 * Answers bytes that are not a valid HTTP request, and closes the connection. Node gives no reply
 * to write to, only the socket.
 */
export const answerUnreadable = (
  error: NodeJS.ErrnoException,
  socket: Duplex,
  { headerBytes }: Pick<HttpLimits, "headerBytes">,
): void => {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const id = randomUUID();
  const [status, message] = answerTo(error, headerBytes);
  const body = errorBody(message, "BAD_REQUEST", id);
  const headers = {
    ...bareHeaders(id),
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n${body}`);
};

const answerTo = (
  { code }: NodeJS.ErrnoException,
  headerBytes: number,
): readonly [status: string, message: string] => {
  if (code === TOO_LARGE)
    return [
      "431 Request Header Fields Too Large",
      `The headers are larger than ${headerBytes / 1_024} KiB.`,
    ];
  return code === TOO_LATE
    ? ["408 Request Timeout", "The request took too long to arrive."]
    : ["400 Bad Request", "The request is not valid HTTP."];
};
