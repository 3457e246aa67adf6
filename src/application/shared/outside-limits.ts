import type { Limit } from "./limit.js";

/** The bounds on calls to services outside, such as payment gateways, carriers and tax providers. */
export const OUTSIDE_LIMITS = {
  outsideCalls: {
    unit: "number",
    fallback: 32,
    least: 1,
    most: 10_000,
    isAlwaysOn: true,
    isUsual: true,
    about: "Calls to one service outside, such as a payment gateway, at the same time.",
    refusal: "Further calls wait.",
  },
  outsideWaiting: {
    unit: "number",
    fallback: 256,
    least: 0,
    most: 100_000,
    isAlwaysOn: true,
    about: "Calls to one service outside that wait for those.",
    refusal: "The call is not sent. Payments can be tried again.",
  },
  outsideFailures: {
    unit: "number",
    fallback: 5,
    least: 1,
    about: "Calls to one service outside that fail one after the other.",
    refusal: "It is left alone for a while; the log and `/health/ready` say so.",
  },
  outsidePauseMs: {
    unit: "ms",
    fallback: 15_000,
    least: 10,
    most: 3_600_000,
    isAlwaysOn: true,
    about: "Time for that. Then one call tries whether it is back.",
    refusal: "The call is not sent. Payments can be tried again.",
  },
  gatewayMs: {
    unit: "ms",
    fallback: 5_000,
    least: 100,
    most: 60_000,
    isAlwaysOn: true,
    about:
      "Time of a call to a payment gateway, repetitions included. It has to fit into PLINTH_LIMIT_GRAPHQL_MS.",
    refusal: "The payment stays pending until the gateway tells what became of it.",
  },
  webhookBytes: {
    unit: "bytes",
    fallback: 524_288,
    least: 4_096,
    most: 1_048_576,
    isAlwaysOn: true,
    about: "Bytes of a webhook of a payment gateway, which is held in memory.",
    refusal: "413 `REQUEST_TOO_LARGE`.",
  },
} as const satisfies Readonly<Record<string, Limit>>;
