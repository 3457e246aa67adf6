import type { FastifyInstance } from "fastify";

/**
 * No answer may be framed, sniffed, cached or read by a page of another site, unless its route says
 * so.
 */
const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "origin-agent-cluster": "?1",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000",
  vary: "Accept, Accept-Encoding, Authorization, Plinth-Market, Plinth-Locale, Origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  // The filter that this header controls in old browsers could itself be abused.
  "x-xss-protection": "0",
};

/** Sets the headers of every answer. */
export const securityHeaders = (app: FastifyInstance): void => {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(HEADERS).header("x-request-id", request.id);
    done();
  });
};

/**
 * The headers of an answer to an invalid request: one that is not HTTP, or whose URL cannot be
 * decoded.
 */
export const bareHeaders = (requestId: string): Readonly<Record<string, string>> => ({
  "x-request-id": requestId,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
});
