import type { Limits } from "../../../application/shared/limits.js";
import type { RequestRefused } from "./request-refused.js";
import type { Visit } from "./visit.js";

interface TooLong {
  readonly limit: "requestWaitMs" | "clientWaitMs";
  readonly by: RequestRefused["by"];
}

/** Why a request is not worth waiting any longer; null while it is. */
export const waitsTooLong = (
  { since, client, weight }: Visit,
  now: number,
  { requestWaitMs, clientWaitMs }: Pick<Limits, "requestWaitMs" | "clientWaitMs">,
): TooLong | null => {
  if (now - since > clientWaitMs)
    return { limit: "clientWaitMs", by: client.servedAt > since ? "client" : "everybody" };
  return weight !== "heavy" && now - Math.max(since, client.servedAt) > requestWaitMs
    ? { limit: "requestWaitMs", by: "everybody" }
    : null;
};
