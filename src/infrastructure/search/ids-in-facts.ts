import { kindOf } from "../../application/shared/ids.js";

/** Every id in the facts of an event, at the top level or in a list. */
export const idsInFacts = (facts: unknown): readonly string[] =>
  Object.values(typeof facts === "object" && facts !== null ? facts : {})
    .flat()
    .filter((value): value is string => typeof value === "string" && kindOf(value) !== null);
