import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";

/** Headers that a browser storefront may send, besides those that every page may send. */
const REQUEST_HEADERS = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "Plinth-Market",
  "Plinth-Locale",
  "Apollo-Require-Preflight",
];
/** Headers that the scripts of a storefront may read. */
const RESPONSE_HEADERS = [
  "Retry-After",
  "X-Request-Id",
  "Idempotency-Replayed",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
];
const PREFLIGHT_SECONDS = 600;

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
  vary: "Accept, Plinth-Market, Plinth-Locale, Origin",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-frame-options": "DENY",
  "x-permitted-cross-domain-policies": "none",
  // The filter that this header controls in old browsers could itself be abused.
  "x-xss-protection": "0",
};

/** Sets the headers of every answer, and lets pages of these origins read the answers. */
export const securityHeaders = async (
  app: FastifyInstance,
  origins: "*" | readonly string[],
): Promise<void> => {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(HEADERS).header("x-request-id", request.id);
    done();
  });
  await app.register(cors, {
    // No credentials: cookies identify nobody, so `*` in development exposes nothing.
    origin: origins === "*" ? "*" : [...origins],
    credentials: false,
    methods: ["GET", "POST"],
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: RESPONSE_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
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
