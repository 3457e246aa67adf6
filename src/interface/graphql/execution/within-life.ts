import { getOperationAST } from "graphql";
import type { EndOfRequest } from "../../../application/shared/request-life.js";
import type { GraphqlContext } from "./graphql-context.js";
import type { Executor } from "./reference-executor.js";

/**
 * Answers within the life of the request, even when something below never returns. A query whose
 * client has gone is dropped. A mutation is finished: some clients send one and do not wait.
 */
export const withinLife =
  (executor: Executor): Executor =>
  async (operation) => {
    const { life } = operation.context as Pick<GraphqlContext, "life">;
    life.ensure();
    const { document, request } = operation;
    const isMutation = getOperationAST(document, request.operationName)?.operation === "mutation";
    return life.until(executor(operation), isMutation ? isNoLongerAwaited : undefined);
  };

const isNoLongerAwaited = (reason: EndOfRequest): boolean => reason !== "client-gone";
