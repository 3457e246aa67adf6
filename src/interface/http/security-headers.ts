import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** Headers that a browser storefront may send, beside the plain ones. */
export const REQUEST_HEADERS = [
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "Plinth-Market",
  "Plinth-Locale",
  "Apollo-Require-Preflight",
];
/** Headers that its scripts may read. */
export const RESPONSE_HEADERS = ["Retry-After", "X-Request-Id", "Idempotency-Replayed"];
const PREFLIGHT_SECONDS = 600;

/** For the few answers that are given before a request has become one: it was no HTTP, or its address no address. */
export const bareHeaders = (requestId: string): Readonly<Record<string, string>> => ({
  "x-request-id": requestId,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
});

/** Headers of every answer, whoever gives it: nothing may be framed, sniffed, cached or read by a foreign page unless a route says so. */
export const secureHeaders = async (
  app: FastifyInstance,
  origins: "*" | readonly string[],
): Promise<void> => {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "x-request-id": request.id,
      "cache-control": "no-store",
      vary: "Accept, Plinth-Market, Plinth-Locale, Origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
    });
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: "same-origin" },
    frameguard: { action: "deny" },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    xPoweredBy: false,
  });
  await app.register(cors, {
    // No credentials: nobody is known by a cookie, so `*` in development hands nothing out.
    origin: origins === "*" ? "*" : [...origins],
    credentials: false,
    methods: ["GET", "POST"],
    allowedHeaders: REQUEST_HEADERS,
    exposedHeaders: RESPONSE_HEADERS,
    maxAge: PREFLIGHT_SECONDS,
    strictPreflight: false,
  });
};
