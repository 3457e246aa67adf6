import type { Refusal } from "../../../application/shared/refusal.js";
import { visibleShortage } from "./visible-shortage.js";
import type { GraphqlContext } from "../execution/graphql-context.js";

/** A refusal as a user error: with the type of its code, and its path from the arguments. */
export const presentRefusal = (
  refusal: Refusal,
  { errorCodes: codes, mostVisibleStock }: Pick<GraphqlContext, "errorCodes" | "mostVisibleStock">,
): object => {
  const { code, message, path, facts } = withVisibleStock(refusal, mostVisibleStock);
  return {
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
  };
};

const withVisibleStock = (refusal: Refusal, most: number): Refusal => {
  const { code, message, facts } = refusal;
  if (code !== "INSUFFICIENT_STOCK" || typeof facts["available"] !== "number") return refusal;
  const shortage = visibleShortage({ message, available: facts["available"] }, most);
  return {
    ...refusal,
    message: shortage.message,
    facts: { ...facts, available: shortage.available },
  };
};

/**
 * The largest whole number of GraphQL; the exact number beyond it makes no difference to a client.
 */
const LARGEST_INT = 2_147_483_647;
