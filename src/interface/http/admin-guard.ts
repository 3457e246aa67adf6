import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { HttpError } from "./answer-error.js";

/** Lets only clients on this machine that send the admin key use the admin API. */
export const adminGuard =
  (isAdminKey: AdminKeyCheck["matches"]): Guard =>
  (request) => {
    // When a trusted proxy forwards the request, `ip` is the address of the client; otherwise it is
    // that of the peer, whatever X-Forwarded-For says.
    const isLocal = isLoopback(request.socket.remoteAddress) && isLoopback(request.ip);
    if (!isLocal)
      return denied("The admin API accepts requests only from the machine that runs Plinth.");
    if (isFromUntrustedProxy(request))
      return denied(
        "The admin API does not accept requests through a proxy that is not listed in PLINTH_TRUST_PROXY. Send the request directly, on the machine that runs Plinth.",
      );
    const [, key] =
      /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? "") ?? [];
    if (key === undefined)
      return unauthenticated("Send the admin key in the header Authorization: Bearer <key>.");
    return isAdminKey(key) ? null : unauthenticated("This is not the admin key.");
  };

/**
 * Checks a request before its body is read.
 * @returns the error to answer with, or null to accept the request
 */
export type Guard = (request: FastifyRequest) => HttpError | null;

export interface AdminKeyCheck {
  /** Tells the key from others, and does not tell the key. */
  readonly id: string;
  /** Whether a key is the admin key; compares in constant time. */
  readonly matches: (key: string) => boolean;
}

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
 * Whether a proxy that is not trusted has forwarded the request. All clients of such a proxy on this
 * machine would have its loopback address.
 */
const isFromUntrustedProxy = ({ headers, ip, socket }: FastifyRequest): boolean =>
  ip === socket.remoteAddress &&
  ["x-forwarded-for", "x-real-ip", "forwarded"].some((name) => headers[name] !== undefined);

const isLoopback = (address = ""): boolean => {
  // A socket that accepts IPv4 and IPv6 reports 127.0.0.1 as ::ffff:127.0.0.1.
  const unmapped = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return unmapped === "::1" || (isIP(unmapped) === 4 && unmapped.startsWith("127."));
};
