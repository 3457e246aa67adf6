import type { Limit } from "./limit.js";

/** The bounds on connections, and on what arrives and leaves on them. */
export const CONNECTION_LIMITS = {
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
  healthConnections: {
    unit: "number",
    fallback: 16,
    least: 1,
    most: 1_000,
    isAlwaysOn: true,
    about:
      "Connections beyond those, on which only `/health` may be asked for; also those of PLINTH_HEALTH_PORT.",
    refusal: "The connection is closed. Idle ones make room.",
  },
  connectionRequests: {
    unit: "number",
    fallback: 1,
    least: 1,
    isUsual: true,
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
  idleMs: {
    unit: "ms",
    fallback: 75_000,
    least: 1_000,
    isAlwaysOn: true,
    isUsual: true,
    about:
      "Time that a connection may be idle between requests. It should be longer than that of the proxies before it.",
    refusal: "The connection is closed.",
  },
  headerBytes: {
    unit: "bytes",
    fallback: 16 * 1_024,
    least: 4_096,
    most: 1_048_576,
    isAlwaysOn: true,
    about: "Bytes of the headers of a request.",
    refusal: "431 `BAD_REQUEST`.",
  },
  headersMs: {
    unit: "ms",
    fallback: 10_000,
    least: 100,
    isAlwaysOn: true,
    about: "Time until the headers of a request have arrived.",
    refusal: "408 `BAD_REQUEST`.",
  },
  bodyBytes: {
    unit: "bytes",
    fallback: 256 * 1_024,
    least: 4_096,
    most: 64 * 1_048_576,
    isAlwaysOn: true,
    about: "Bytes of the body of a request, which is held in memory; uploads have another limit.",
    refusal: "413 `REQUEST_TOO_LARGE`.",
  },
  requestMs: {
    unit: "ms",
    fallback: 15_000,
    least: 100,
    isAlwaysOn: true,
    about: "Time until a request has arrived, body included; uploads have other limits.",
    refusal: "408 `BAD_REQUEST`.",
  },
  uploads: {
    unit: "number",
    fallback: 8,
    least: 1,
    about: "Uploads of images that are received at the same time.",
    refusal: "503 `MEDIA_BUSY` with `Retry-After`.",
  },
  uploadIdleMs: {
    unit: "ms",
    fallback: 10_000,
    least: 100,
    isAlwaysOn: true,
    about: "Time without progress of an upload.",
    refusal: "408 `BAD_REQUEST`.",
  },
  uploadBytesPerSecond: {
    unit: "bytes a second",
    fallback: 32 * 1_024,
    least: 1,
    isAlwaysOn: true,
    about:
      "How fast an upload has to be on the whole: the largest one gets PLINTH_LIMIT_REQUEST_MS and the time that it takes at this speed.",
    refusal: "408 `BAD_REQUEST`.",
  },
  unreadBytes: {
    unit: "bytes",
    fallback: 32 * 1_048_576,
    least: 4_096,
    isAlwaysOn: true,
    about:
      "Bytes that are still read of a request that was refused before its end, so that the client can read the answer.",
    refusal: "The connection is closed.",
  },
  unreadMs: {
    unit: "ms",
    fallback: 5_000,
    least: 100,
    isAlwaysOn: true,
    about: "Time for that.",
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
} as const satisfies Readonly<Record<string, Limit>>;
