import type { ItemOutcome } from "../../../application/shared/bulk.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { presentRefusal } from "../errors/present-refusal.js";
import { presentWarnings } from "./present-warnings.js";

/**
 * The outcome of one item of a bulk mutation, with paths from the arguments: `["input", "items",
 * "3", "changes", "slug"]`.
 */
export const presentItem = <Result>(
  { index, result, refusals }: ItemOutcome<Result>,
  context: Pick<GraphqlContext, "errorCodes" | "mostVisibleStock">,
  items = "items",
) => {
  const path = [items, String(index)];
  return {
    index,
    result,
    userErrors: refusals.map((refusal) =>
      presentRefusal({ ...refusal, path: [...path, ...refusal.path] }, context),
    ),
    warnings: presentWarnings(result, path),
  };
};

export type ItemView<Result> = ReturnType<typeof presentItem<Result>>;
