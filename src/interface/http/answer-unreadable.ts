import { randomUUID } from "node:crypto";
import type { Duplex } from "node:stream";
import { errorBody } from "./answer-error.js";
import { bareHeaders } from "./security-headers.js";

const MESSAGES: Readonly<Record<string, readonly [status: string, message: string]>> = {
  HPE_HEADER_OVERFLOW: [
    "431 Request Header Fields Too Large",
    "The headers are larger than 16 KiB.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "The request took too long to arrive."],
};

/**
 * Answers bytes that are not a valid HTTP request, and closes the connection. Node gives no reply
 * to write to, only the socket.
 */
export const answerUnreadable = (error: NodeJS.ErrnoException, socket: Duplex): void => {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const id = randomUUID();
  const [status, message] = MESSAGES[error.code ?? ""] ?? [
    "400 Bad Request",
    "The request is not valid HTTP.",
  ];
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
