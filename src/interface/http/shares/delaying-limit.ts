import type { LimitName, Limits } from "../../../application/shared/limits.js";
import type { Visit } from "./visit.js";

/** The limit that keeps a request waiting; null when it waits for its turn only. */
export const delayingLimit = (
  { isHeavy, client }: Visit,
  limits: Pick<Limits, "requestsAtOnce" | "heavyRequestsAtOnce" | "clientRequestsAtOnce">,
  running: number,
  heavy: number,
): LimitName | null => {
  if (isHeavy && heavy >= limits.heavyRequestsAtOnce) return "heavyRequestsAtOnce";
  if (client.begun >= limits.clientRequestsAtOnce) return "clientRequestsAtOnce";
  return running >= limits.requestsAtOnce ? "requestsAtOnce" : null;
};
