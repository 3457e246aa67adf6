import type { CONTEXTS } from "../application/contexts.js";
import type { AppOf } from "../application/shared/context.js";

/** The operations of all contexts, for every interface. */
export type App = AppOf<typeof CONTEXTS>;
