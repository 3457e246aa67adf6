import type { Limit } from "./limit.js";

/** The bounds on what one client takes of the server while others need it. */
export const SHARE_LIMITS = {
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
  countedClients: {
    unit: "number",
    fallback: 20_000,
    least: 100,
    most: 1_000_000,
    isAlwaysOn: true,
    isUsual: true,
    about: "Clients whose points are counted at the same time.",
    refusal: "Those that have asked least recently are forgotten.",
  },
  heavyPoints: {
    unit: "points",
    fallback: 1_000,
    least: 1,
    isUsual: true,
    about: "From how many points on a request is heavy. Long documents that are new are heavy too.",
    refusal: "It waits for other heavy requests.",
  },
  requestsAtOnce: {
    unit: "number",
    fallback: 8,
    least: 1,
    isUsual: true,
    about:
      "Requests that are worked on at once while the processor is busy; up to eight times as many while it waits for the database.",
    refusal: "Further requests wait, in an order that is fair between clients.",
  },
  heavyRequestsAtOnce: {
    unit: "number",
    fallback: 2,
    least: 1,
    isUsual: true,
    about: "Heavy requests among them.",
    refusal: "They wait. When many do, 503 `SERVICE_UNAVAILABLE` or 429 `RATE_LIMITED`.",
  },
  waitingHeavyRequests: {
    unit: "number",
    fallback: 32,
    least: 1,
    about: "Heavy requests that wait for those.",
    refusal: "503 `SERVICE_UNAVAILABLE` or 429 `RATE_LIMITED`, with `Retry-After`.",
  },
  clientRequestsAtOnce: {
    unit: "number",
    fallback: 6,
    least: 1,
    isUsual: true,
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
} as const satisfies Readonly<Record<string, Limit>>;
