import { CONTEXTS } from "../application/contexts.js";
import { policiesOfContexts } from "../application/shared/check-contexts.js";
import type { Policy } from "../application/shared/viewer.js";

/** The policy of each operation, by its full name: `catalog.productUpdate`. */
export const POLICIES: ReadonlyMap<string, Policy> = policiesOfContexts(CONTEXTS);
