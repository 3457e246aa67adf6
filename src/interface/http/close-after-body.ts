import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { HttpLimits } from "./limits.js";

/**
 * Lets clients read an answer that comes before the end of their request, such as 413. TCP resets a
 * connection that is closed with unread bytes, and the client loses the answer. So the rest of the
 * body is read and forgotten, within limits, before the connection is closed.
 */
export const closeAfterBody = (
  app: FastifyInstance,
  limits: Pick<HttpLimits, "unreadBytes" | "unreadMs">,
): void => {
  app.addHook("onSend", async ({ raw }) => {
    if (raw.complete) return;
    // Node calls this after the last answer on a connection.
    raw.socket.destroySoon = () => {
      Reflect.deleteProperty(raw.socket, "destroySoon");
      if (raw.complete) raw.socket.destroySoon();
      else forgetBody(raw, limits);
    };
  });
};

const CHECK_EVERY_MS = 50;

const forgetBody = (
  request: IncomingMessage,
  { unreadBytes, unreadMs }: Pick<HttpLimits, "unreadBytes" | "unreadMs">,
): void => {
  const { socket } = request;
  const end = performance.now() + unreadMs;
  const maxBytesRead = socket.bytesRead + unreadBytes;
  const check = setInterval(() => {
    if (request.complete || socket.bytesRead > maxBytesRead || performance.now() > end)
      socket.destroy();
  }, CHECK_EVERY_MS);
  socket.once("close", () => clearInterval(check));
  socket.end();
  request.resume();
};
