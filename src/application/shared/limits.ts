import { CONNECTION_LIMITS } from "./connection-limits.js";
import { DATABASE_LIMITS } from "./database-limits.js";
import { DOCUMENT_LIMITS } from "./document-limits.js";
import { DRAWING_LIMITS } from "./drawing-limits.js";
import { GRAPHQL_LIMITS } from "./graphql-limits.js";
import type { Limit } from "./limit.js";
import { LOOKUP_LIMITS } from "./lookup-limits.js";
import { OTHER_LIMITS } from "./other-limits.js";
import { OUTSIDE_LIMITS } from "./outside-limits.js";
import { SHARE_LIMITS } from "./share-limits.js";

/**
 * Every bound that operators can set by a variable of its name. `connections` is set by
 * PLINTH_LIMIT_CONNECTIONS and counted as `connections` in the log.
 */
export const LIMITS = {
  ...CONNECTION_LIMITS,
  ...GRAPHQL_LIMITS,
  ...DRAWING_LIMITS,
  ...SHARE_LIMITS,
  ...LOOKUP_LIMITS,
  ...DATABASE_LIMITS,
  ...OUTSIDE_LIMITS,
  stopMs: {
    unit: "ms",
    fallback: 10_000,
    least: 1_000,
    about:
      "Time of a stop, the notice to load balancers included. After seven tenths of it running requests are ended.",
    refusal: "503 `SERVICE_UNAVAILABLE` with `Retry-After`.",
  },
  searchLoadMs: {
    unit: "ms",
    fallback: 10_000,
    least: 0,
    about:
      "Time from the start in which a server is not ready because it reads the catalogue for the search. A shop whose catalogue takes longer, and whose buyers search, sets more.",
    refusal:
      "It is ready without the search. Searches and filtered lists get 503 `SERVICE_UNAVAILABLE` with `Retry-After` until the catalogue is read.",
  },
  ...DOCUMENT_LIMITS,
} as const satisfies Readonly<Record<string, Limit>>;

/** The name of a limit with a variable of its name. */
export type SetLimitName = keyof typeof LIMITS;

/** The name of any limit, in the log. */
export type LimitName = SetLimitName | keyof typeof OTHER_LIMITS;

export const limitNamed = (name: SetLimitName): Limit => LIMITS[name];

/** Whether a limit is reached in ordinary operation. */
export const isUsual = (name: LimitName): boolean => "isUsual" in ALL_LIMITS[name];

/** The values in effect; Infinity for a limit that is switched off. */
export type Limits = Readonly<Record<SetLimitName, number>>;

export const LIMIT_NAMES = Object.keys(LIMITS) as readonly SetLimitName[];

const ALL_LIMITS = { ...LIMITS, ...OTHER_LIMITS };

export const DEFAULT_LIMITS = Object.fromEntries(
  LIMIT_NAMES.map((name) => [name, LIMITS[name].fallback]),
) as Limits;
