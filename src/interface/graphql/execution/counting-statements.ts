import type { StatementCounter } from "../../../application/shared/statement-counter.js";
import type { GraphqlContext } from "./graphql-context.js";
import type { Executor } from "./reference-executor.js";

/** An executor that notes in the context how many statements an answer took. */
export const countingStatements =
  (executor: Executor, counter: StatementCounter): Executor =>
  async (request) => {
    const { result, statements } = await counter.counting(() => executor(request));
    (request.context as GraphqlContext).cost.statements = statements;
    return result;
  };
