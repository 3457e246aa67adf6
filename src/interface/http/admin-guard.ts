import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { HttpError } from "./answer-error.js";

/** Whether the presented key is the admin key; compared in constant time. */
export type IsAdminKey = (presented: string) => boolean;

/** Decides before the body of a request is read. Null lets the request pass. */
export type Guard = (request: FastifyRequest) => HttpError | null;

/**
 * Until staff have accounts, the admin API requires the admin key, and a client on this machine.
 */
export const adminGuard =
  (isAdminKey: IsAdminKey): Guard =>
  (request) => {
    // After a trusted proxy `ip` is the address of the client; otherwise it is that of the peer,
    // whatever X-Forwarded-For says.
    const isLocal = isLoopback(request.socket.remoteAddress) && isLoopback(request.ip);
    if (!isLocal)
      return denied("The admin API accepts requests only from the machine that runs Plinth.");
    if (isForwarded(request))
      return denied(
        "The admin API does not accept requests through a proxy that is not listed in PLINTH_TRUST_PROXY. Send the request directly, on the machine that runs Plinth.",
      );
    const [, presented] =
      /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? "") ?? [];
    if (presented === undefined)
      return unauthenticated("Send the admin key in the header Authorization: Bearer <key>.");
    return isAdminKey(presented) ? null : unauthenticated("This is not the admin key.");
  };

const denied = (message: string): HttpError => ({
  status: 403,
  code: "PERMISSION_DENIED",
  message,
});

const unauthenticated = (message: string): HttpError => ({
  status: 401,
  code: "UNAUTHENTICATED",
  message,
});

/**
 * Whether a proxy that is not trusted has forwarded the request. Its clients would all seem to be
 * on this machine.
 */
const isForwarded = ({ headers, ip, socket }: FastifyRequest): boolean =>
  ip === socket.remoteAddress &&
  ["x-forwarded-for", "x-real-ip", "forwarded"].some((name) => headers[name] !== undefined);

const isLoopback = (address = ""): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return plain === "::1" || (isIP(plain) === 4 && plain.startsWith("127."));
};
