import type { Limit } from "./limit.js";

/** The bounds on how often guests look up orders by e-mail address and number, in ten minutes. */
export const LOOKUP_LIMITS = {
  orderLookupsOfNumber: {
    unit: "number",
    fallback: 10,
    least: 1,
    about:
      "How often guests look up one order number with an e-mail address in ten minutes, in each process. Unknown numbers count, too.",
    refusal: "`RATE_LIMITED` with `retryAfterMs`. The link of the order works.",
  },
  orderLookupsOfClient: {
    unit: "number",
    fallback: 30,
    least: 1,
    about: "How often one client looks up orders by e-mail address and number in ten minutes.",
    refusal: "As above.",
  },
  orderLookups: {
    unit: "number",
    fallback: 3_000,
    least: 1,
    about: "How often all clients together look up orders like that in ten minutes.",
    refusal: "As above.",
  },
} as const satisfies Readonly<Record<string, Limit>>;
