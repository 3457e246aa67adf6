import { DOCUMENT_LIMITS } from "./document-limits.js";
import { GRAPHQL_LIMITS } from "./graphql-limits.js";
import type { Limit } from "./limit.js";

/**
 * Every bound that operators can set, by name. `connections` is set by PLINTH_LIMIT_CONNECTIONS and
 * counted as `connections` in the log.
 */
export const LIMITS = {
  connections: {
    unit: "number",
    fallback: 2_000,
    least: 1,
    about:
      "Connections of a process. Fewer when the system allows too few open files; the log says so at the start.",
    refusal:
      "The connection that has been idle the longest is closed. When all are in use, 503 `TOO_MANY_CONNECTIONS` with `Retry-After`; `/health` is answered.",
  },
  connectionsPerAddress: {
    unit: "number",
    fallback: 100,
    least: 1,
    about:
      "Connections of one IPv4 address or one IPv6 network (/64). Proxies in PLINTH_TRUST_PROXY are exempt.",
    refusal: "As above, for the connections of the address.",
  },
  connectionRequests: {
    unit: "number",
    fallback: 1,
    least: 1,
    about: "Requests of one connection that are worked on at a time.",
    refusal: "Further requests (pipelining) wait until an answer has left.",
  },
  connectionRequestsWaiting: {
    unit: "number",
    fallback: 10,
    least: 1,
    about: "Requests of one connection that wait for that.",
    refusal: "The connection is closed.",
  },
  answerStallMs: {
    unit: "ms",
    fallback: 20_000,
    least: 1_000,
    most: 2_000_000_000,
    about: "Time without progress of an answer that a client reads.",
    refusal: "The connection is closed.",
  },
  unsentMib: {
    unit: "MiB",
    fallback: 64,
    least: 8,
    about: "Memory of answers that clients have not read yet, all together.",
    refusal: "The connections of the answers that have waited the longest are closed.",
  },
  graphqlMs: {
    unit: "ms",
    fallback: 10_000,
    least: 100,
    about:
      "Time to answer a GraphQL request. Uploads, downloads, imports and exports end when they make no progress.",
    refusal:
      "503 `SERVICE_UNAVAILABLE` with `Retry-After`. A change that was begun is rolled back.",
  },
  ...GRAPHQL_LIMITS,
  drawings: {
    unit: "number",
    fallback: 2,
    least: 1,
    about: "Images that are drawn at the same time, each in a process of its own.",
    refusal: "Further ones wait.",
  },
  clientDrawings: {
    unit: "number",
    fallback: 1,
    least: 1,
    about: "Images that are drawn for one client at the same time.",
    refusal: "Further ones wait. Other clients are served in between.",
  },
  waitingDrawings: {
    unit: "number",
    fallback: 400,
    least: 1,
    about: "Images that wait to be drawn.",
    refusal: "The client with the most waiting images gets 503 `MEDIA_BUSY` for the last of them.",
  },
  clientWaitingDrawings: {
    unit: "number",
    fallback: 50,
    least: 1,
    about: "Images of one client that wait to be drawn.",
    refusal: "503 `MEDIA_BUSY`",
  },
  drawingWaitMs: {
    unit: "ms",
    fallback: 30_000,
    least: 100,
    about: "Time that an image waits to be drawn.",
    refusal: "503 `MEDIA_BUSY`",
  },
  drawingMs: {
    unit: "ms",
    fallback: 30_000,
    least: 100,
    about: "Time to draw one image.",
    refusal: "Its process is ended: 503 `MEDIA_BUSY`",
  },
  cachedImages: {
    unit: "number",
    fallback: 20_000,
    least: 10,
    about: "Drawn images in `media-cache`; their disk space is `PLINTH_MEDIA_CACHE_MIB`.",
    refusal: "The least recently used ones are deleted.",
  },
  clientPoints: {
    unit: "points",
    fallback: 100_000,
    least: 1,
    about:
      "What a client of the shop API uses in 10 seconds, while others need the time of the processor. A client is an IPv4 address or an IPv6 network (/64).",
    refusal: "Heavy requests are refused with 429 `RATE_LIMITED` and `Retry-After`.",
  },
  machinePoints: {
    unit: "points",
    fallback: 1_000_000,
    least: 1,
    about: "The same for a key of the admin API.",
    refusal: "As above.",
  },
  heavyPoints: {
    unit: "points",
    fallback: 1_000,
    least: 1,
    about: "From how many points on a request is heavy. Long documents that are new are heavy too.",
    refusal: "It waits for other heavy requests.",
  },
  requestsAtOnce: {
    unit: "number",
    fallback: 8,
    least: 1,
    about:
      "Requests that are worked on at once while the processor is busy; up to eight times as many while it waits for the database.",
    refusal: "Further requests wait, in an order that is fair between clients.",
  },
  heavyRequestsAtOnce: {
    unit: "number",
    fallback: 2,
    least: 1,
    about: "Heavy requests among them.",
    refusal: "They wait. When many do, 503 `SERVICE_UNAVAILABLE` or 429 `RATE_LIMITED`.",
  },
  clientRequestsAtOnce: {
    unit: "number",
    fallback: 6,
    least: 1,
    about: "Requests of one client among them.",
    refusal: "They wait.",
  },
  clientRequests: {
    unit: "number",
    fallback: 256,
    least: 1,
    about: "Requests of one client that have not been answered.",
    refusal: "429 `RATE_LIMITED` with `Retry-After`.",
  },
  requests: {
    unit: "number",
    fallback: 1_024,
    least: 1,
    about: "Requests of all clients that have not been answered.",
    refusal:
      "503 `SERVICE_UNAVAILABLE` with `Retry-After`, or 429 `RATE_LIMITED` for the client that has most of them.",
  },
  requestWaitMs: {
    unit: "ms",
    fallback: 1_000,
    least: 10,
    about: "Time that a client waits while others are answered.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`.",
  },
  clientWaitMs: {
    unit: "ms",
    fallback: 5_000,
    least: 10,
    about: "Time that a request waits, also for others of its client.",
    refusal: "429 `RATE_LIMITED` with `Retry-After`.",
  },
  unitOfWorkMs: {
    unit: "ms",
    fallback: 60_000,
    least: 100,
    about: "Time of one change of the database in an import or in background work.",
    refusal: "It is rolled back. Background work is tried again.",
  },
  stopMs: {
    unit: "ms",
    fallback: 10_000,
    least: 1_000,
    about:
      "Time of a stop, the notice to load balancers included. After seven tenths of it running requests are ended.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`.",
  },
  readyMs: {
    unit: "ms",
    fallback: 1_500,
    least: 50,
    about: "Time in which the database has to answer `/health/ready`.",
    refusal: "503.",
  },
  ...DOCUMENT_LIMITS,
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

export const limitNamed = (name: LimitName): Limit => LIMITS[name];

/** The values in effect; Infinity for a limit that is switched off. */
export type Limits = Readonly<Record<LimitName, number>>;

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

export const DEFAULT_LIMITS = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].fallback]),
) as Limits;
