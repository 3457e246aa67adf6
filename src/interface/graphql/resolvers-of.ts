import type { ClassType } from "type-graphql";
import { catalogApi } from "./catalog/catalog-api.js";
import { ErrorCodesResolver } from "./errors/error-codes-resolver.js";
import { mediaApi } from "./media/media-api.js";
import { MoneyResolver } from "./money/money-resolver.js";
import type { ContextApi } from "./nodes/context-api.js";
import type { NodeKinds } from "./nodes/node-kind.js";
import { nodeResolver } from "./nodes/node-resolver.js";
import { pricingApi } from "./pricing/pricing-api.js";
import type { Api } from "./schema/api.js";
import { searchApi } from "./search/search-api.js";

/** The resolvers of one API. @param node the description of the query `node` */
export const resolversOf = (api: Api, node: string): [ClassType, ...ClassType[]] => [
  ErrorCodesResolver,
  MoneyResolver,
  ...CONTEXTS.flatMap((context) => [...(context.shared ?? []), ...(context[api] ?? [])]),
  nodeResolver(api, NODE_KINDS, node),
];

/** The contexts of the two APIs. */
const CONTEXTS: readonly ContextApi[] = [catalogApi, mediaApi, searchApi, pricingApi];

const NODE_KINDS: NodeKinds = {
  ...catalogApi.nodes,
  ...mediaApi.nodes,
  ...pricingApi.nodes,
};
