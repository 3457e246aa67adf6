import { createHmac } from "node:crypto";
import type { Clock } from "../../application/shared/clock.js";
import type { Fingerprints, PlainKeys } from "../../application/shared/fingerprints.js";
import { KEY_LIFETIME_MS } from "../../application/shared/idempotency-keys.js";

/** Processes of a version before may run for a day beside those of this one. */
const ROLLOUT_MS = 24 * 60 * 60 * 1000;

/**
 * Fingerprints of the form `v2:<id of the secret>:<HMAC>`, which is 55 characters long.
 * @param secrets the current one first, then those that are accepted too
 * @param since when this version first opened a store that a version before has used; null for a new
 * store
 */
export const secretFingerprints = (
  secrets: readonly [string, ...string[]],
  since: Date | null,
  clock: Clock,
): Fingerprints => {
  const [first, ...others] = secrets;
  const [current, ...former] = [fingerprinter(first), ...others.map(fingerprinter)] as const;
  return {
    of: (input) => [current(input), ...former.map((one) => one(input))],
    plainKeys: () => (since === null ? "NONE" : plainKeys(since, clock.now())),
  };
};

const plainKeys = (since: Date, now: Date): PlainKeys => {
  const age = now.getTime() - since.getTime();
  if (age < ROLLOUT_MS) return "WRITTEN";
  return age < ROLLOUT_MS + KEY_LIFETIME_MS ? "MET" : "NONE";
};

/** Tells whether a process has the secret of its store. It does not tell the secret. */
export const checkOf = (secret: string): string =>
  derived(secret, "check of the secret").toString("hex");

const fingerprinter = (secret: string): ((input: string) => string) => {
  const id = derived(secret, "id of the secret").toString("base64url").slice(0, 8);
  const key = derived(secret, "fingerprints of inputs");
  return (input) => `v2:${id}:${createHmac("sha256", key).update(input).digest("base64url")}`;
};

/** Each purpose has a key of its own, so that what is stored for one tells nothing for another. */
const derived = (secret: string, purpose: string): Buffer =>
  createHmac("sha256", secret).update(`plinth ${purpose}`).digest();
