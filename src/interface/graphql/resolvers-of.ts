import type { ClassType } from "type-graphql";
import { errorCodesOf } from "./errors/error-codes-of.js";
import { errorCodesResolver } from "./errors/error-codes-resolver.js";
import { MoneyResolver } from "./money/money-resolver.js";
import type { ContextApi } from "./nodes/context-api.js";
import type { NodeKinds } from "./nodes/node-kind.js";
import { nodeResolver } from "./nodes/node-resolver.js";
import type { Api } from "./schema/api.js";

/** The resolvers of one API. @param node the description of the query `node` */
export const resolversOf = (
  api: Api,
  contexts: readonly ContextApi[],
  node: string,
): [ClassType, ...ClassType[]] => [
  errorCodesResolver(errorCodesOf(contexts)),
  MoneyResolver,
  ...contexts.flatMap((context) => [...(context.shared ?? []), ...(context[api] ?? [])]),
  nodeResolver(api, nodeKindsOf(contexts), node),
];

const nodeKindsOf = (contexts: readonly ContextApi[]): NodeKinds =>
  Object.assign({}, ...contexts.map(({ nodes }) => nodes));
