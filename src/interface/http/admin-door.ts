import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { Refusal } from "./error-answer.js";

/** Whether what was presented is the admin key; compared in constant time. */
export type IsAdminKey = (presented: string) => boolean;

/** Until staff have accounts, the admin API answers to the key only, and on this machine only. Null lets the request in. */
export const refusalAtAdminDoor = (
  request: FastifyRequest,
  isAdminKey: IsAdminKey,
): Refusal | null => {
  // Behind a trusted proxy `ip` is the client's; without one it is the peer's own, whatever X-Forwarded-For claims.
  const near = isLoopbackPeer(request.socket.remoteAddress) && isLoopbackPeer(request.ip);
  if (near && isForwarded(request))
    return {
      status: 403,
      code: "PERMISSION_DENIED",
      message:
        "The admin API does not answer through a proxy that PLINTH_TRUST_PROXY does not name: ask it directly, on the machine that Plinth runs on.",
    };
  if (!near)
    return {
      status: 403,
      code: "PERMISSION_DENIED",
      message: "The admin API answers only on the machine that Plinth runs on.",
    };
  const [, presented] =
    /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? "") ?? [];
  if (presented === undefined)
    return {
      status: 401,
      code: "UNAUTHENTICATED",
      message: "Send the admin key in the header Authorization: Bearer <key>.",
    };
  return isAdminKey(presented)
    ? null
    : { status: 401, code: "UNAUTHENTICATED", message: "This is not the admin key." };
};

/** Whether a proxy says that somebody else is asking, and is not believed: to Plinth everybody behind it would stand on this machine. */
const isForwarded = ({ headers, ip, socket }: FastifyRequest): boolean =>
  ip === socket.remoteAddress &&
  ["x-forwarded-for", "x-real-ip", "forwarded"].some((name) => headers[name] !== undefined);

const isLoopbackPeer = (address = ""): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain === "::1" || (isIP(plain) === 4 && plain.startsWith("127."));
};
