import fastifyCors, { type FastifyCorsOptions } from "@fastify/cors";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Log } from "../../application/shared/log.js";
import { includesOrigin, type Origins } from "../../domain/shared/origins.js";
import { loggedOnceAMinute } from "./logged-once-a-minute.js";

/** Headers that a browser storefront may send, besides those that every page may send. */
const REQUEST_HEADERS = [
  "Accept",
  "Accept-Language",
  "Authorization",
  "Content-Type",
  "Idempotency-Key",
  "If-None-Match",
  "Plinth-Market",
  "Plinth-Locale",
  "Apollo-Require-Preflight",
  "X-Request-Id",
  "Traceparent",
  "Tracestate",
  "Baggage",
  "Sentry-Trace",
];
/** Clients send several headers that begin like this, such as `apollographql-client-name`. */
const REQUEST_HEADER_PREFIXES = ["apollographql-", "x-apollo-"];
/** Headers that the scripts of a storefront may read. */
const RESPONSE_HEADERS = [
  "ETag",
  "Retry-After",
  "X-Request-Id",
  "Idempotency-Replayed",
  "RateLimit-Limit",
  "RateLimit-Remaining",
  "RateLimit-Reset",
];
const PREFLIGHT_SECONDS = 600;

/**
 * Lets pages of these origins send requests and read the answers. A browser only tells its user
 * "Failed to fetch", so what is refused is logged.
 */
export const cors = async (app: FastifyInstance, origins: Origins, log: Log): Promise<void> => {
  const refused = loggedOnceAMinute(log);
  await app.register(fastifyCors, {
    delegator: (request, done) => {
      const { origin } = request.headers;
      const isAllowed = origin === undefined || includesOrigin(origins, origin);
      if (!isAllowed && !isOwn(request, origin))
        refused(ORIGIN_REFUSED, origin, { origin: cut(origin) });
      // An empty list allows nothing, and answers a preflight request all the same.
      const allowed = origins === "*" ? "*" : isAllowed ? (origin ?? []) : [];
      if (request.method !== "OPTIONS") return done(null, { ...ANSWERED, origin: allowed });
      const headers = requestedHeaders(request);
      if (isAllowed)
        for (const header of headers.refused)
          refused(HEADER_REFUSED, header, { header: cut(header), origin: cut(origin ?? "") });
      done(null, {
        ...ANSWERED,
        origin: allowed,
        allowedHeaders: [...REQUEST_HEADERS, ...headers.prefixed],
      });
    },
  });
};

const ORIGIN_REFUSED =
  "A page of another origin may not read this server: if it is a storefront of the shop, add its origin to PLINTH_CORS_ORIGINS.";
const HEADER_REFUSED =
  "A page may not send this header, so its browser sends nothing: leave the header out.";

const ANSWERED: FastifyCorsOptions = {
  // No credentials: cookies identify nobody, so `*` in development exposes nothing.
  credentials: false,
  methods: ["GET", "POST"],
  exposedHeaders: RESPONSE_HEADERS,
  maxAge: PREFLIGHT_SECONDS,
  strictPreflight: false,
};

/** Whether a page that this server has served sends the request, such as the playground. */
const isOwn = ({ host }: FastifyRequest, origin: string): boolean =>
  /^https?:\/\//.test(origin) && origin.slice(origin.indexOf("//") + 2) === host;

const KNOWN: ReadonlySet<string> = new Set(REQUEST_HEADERS.map((name) => name.toLowerCase()));
const MOST_HEADERS = 50;
const NAME = /^[a-z\d!#$%&'*+.^_`|~-]{1,100}$/;

/** The headers that a page wants to send: those with a known beginning, and those it may not send. */
const requestedHeaders = ({
  headers,
}: FastifyRequest): {
  readonly prefixed: readonly string[];
  readonly refused: readonly string[];
} => {
  const names = (headers["access-control-request-headers"] ?? "")
    .toLowerCase()
    .split(",", MOST_HEADERS)
    .map((name) => name.trim())
    .filter((name) => name !== "" && !KNOWN.has(name));
  const isPrefixed = (name: string): boolean =>
    NAME.test(name) && REQUEST_HEADER_PREFIXES.some((prefix) => name.startsWith(prefix));
  return {
    prefixed: names.filter(isPrefixed),
    refused: names.filter((name) => !isPrefixed(name)),
  };
};

const LONGEST = 200;

const cut = (value: string): string =>
  value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
