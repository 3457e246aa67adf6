import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";
import type { LimitCounters } from "../../application/shared/limit-counters.js";
import { clientOf } from "./client-of.js";
import type { HttpLimits } from "./limits.js";

/**
 * Lets clients read an answer that comes before the end of their request, such as 413. TCP resets a
 * connection that is closed with unread bytes, and the client loses the answer. So the rest of the
 * body is read and forgotten, within limits, before the connection is closed.
 */
export const closeAfterBody = (
  app: FastifyInstance,
  limits: Pick<HttpLimits, "unreadBytes" | "unreadMs">,
  counters: LimitCounters,
): void => {
  app.addHook("onSend", (request, _reply, _payload, done) => {
    const { raw } = request;
    if (raw.complete) return done();
    const client = clientOf(request);
    // Node calls this after the last answer on a connection.
    raw.socket.destroySoon = () => {
      Reflect.deleteProperty(raw.socket, "destroySoon");
      if (raw.complete) raw.socket.destroySoon();
      else forgetBody(raw, limits, (limit) => counters.reached(limit, client));
    };
    done();
  });
};

const CHECK_EVERY_MS = 50;

const forgetBody = (
  request: IncomingMessage,
  { unreadBytes, unreadMs }: Pick<HttpLimits, "unreadBytes" | "unreadMs">,
  reached: (limit: "unreadBytes" | "unreadMs") => void,
): void => {
  const { socket } = request;
  const end = performance.now() + unreadMs;
  const maxBytesRead = socket.bytesRead + unreadBytes;
  const check = setInterval(() => {
    const limit =
      socket.bytesRead > maxBytesRead ? "unreadBytes" : performance.now() > end ? "unreadMs" : null;
    if (!request.complete && limit === null) return;
    if (!request.complete && limit !== null) reached(limit);
    socket.destroy();
  }, CHECK_EVERY_MS);
  socket.once("close", () => clearInterval(check));
  socket.end();
  request.resume();
};
