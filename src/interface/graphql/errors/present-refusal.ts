import type { Refusal } from "../../../application/shared/refusal.js";
import type { ErrorCodes } from "./codes/error-code.js";

/** A refusal as a user error: with the type of its code, and its path from the arguments. */
export const presentRefusal = (
  { code, message, path, facts }: Refusal,
  codes: ErrorCodes,
): object => ({
  ...Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "number" ? Math.min(fact, LARGEST_INT) : fact,
    ]),
  ),
  __typename: codes[code]?.userError ?? "InvalidInputError",
  retryable: codes[code]?.retryable ?? false,
  code,
  message,
  path: ["input", ...path],
});

/**
 * The largest whole number of GraphQL; the exact number beyond it makes no difference to a client.
 */
const LARGEST_INT = 2_147_483_647;
