import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Recurring } from "../shared/schedule.js";

const HOUR_MS = 60 * 60_000;
const PORTION = 500;

/** Removes expired idempotency keys with their outcomes. */
export const removeExpiredKeys: Recurring<IdempotencyStores> = {
  kind: "operations.forget-idempotency-keys",
  everyMs: HOUR_MS,
  run: async (now, { idempotencyKeys }) =>
    (await idempotencyKeys.removeExpired(now, PORTION)) === PORTION ? "more" : "done",
};
