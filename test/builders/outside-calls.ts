import { DEFAULT_LIMITS, type Limits } from "../../src/application/shared/limits.js";
import { CockatielCalls } from "../../src/infrastructure/shared/outside/cockatiel-calls.js";
import { collectedLog } from "../fakes/collected-log.js";

/** Calls to services outside with the limits of a shop, or others. */
export const outsideCalls = (limits: Partial<Limits> = {}): CockatielCalls =>
  new CockatielCalls({ ...DEFAULT_LIMITS, ...limits }, collectedLog());
