import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import "reflect-metadata";
import { noLimitCounters } from "../../../application/shared/limit-counters.js";
import { DEFAULT_LIMITS } from "../../../application/shared/limits.js";
import type { App } from "../../app.js";
import { APIS } from "../apis.js";
import { buildAdminSchema } from "../build-admin-schema.js";
import { buildShopSchema } from "../build-shop-schema.js";
import { errorCodesOf } from "../errors/error-codes-of.js";
import { presentError } from "../errors/present-error.js";
import { compiledExecutor } from "../execution/compiled-executor.js";
import { countingStatements } from "../execution/counting-statements.js";
import { documentStore } from "../execution/document-store.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { type Executor, referenceExecutor } from "../execution/reference-executor.js";
import { withinLife } from "../execution/within-life.js";
import type { ContextApi } from "../nodes/context-api.js";
import { costPlugin } from "../limits/cost-plugin.js";
import { countRefusedDocuments } from "../limits/count-refused-documents.js";
import { documentLimits, MAX_VALIDATION_ERRORS } from "../limits/document-limits.js";
import { nestingLimit } from "../limits/nesting-limit.js";
import { NOT_KEPT } from "../caching/cached-answer.js";
import { answerPlugin } from "./answer-plugin.js";
import { audiencePlugin } from "./audience-plugin.js";
import type { Api } from "../schema/api.js";
import { writeAnswers } from "./write-answers.js";
import type { GraphqlOptions } from "./graphql-options.js";
import { cachingPlugin } from "./caching-plugin.js";
import { knownOperations } from "./known-operations.js";
import { trustedDocuments } from "./trusted-documents.js";
import { requestContext, type RequestFacts } from "./request-context.js";

/**
 * The GraphQL APIs of the shop and of its staff, ready to be mounted on HTTP. Start each server
 * before its first request.
 */
export const createGraphqlEndpoints = async (
  options: GraphqlOptions,
): Promise<{ readonly shop: GraphqlEndpoint; readonly admin: GraphqlEndpoint }> => {
  checkOperations(options.app, options.apis ?? APIS);
  return {
    shop: endpoint("shop", options, await buildShopSchema(options.apis)),
    admin: endpoint("admin", options, await buildAdminSchema(options.apis)),
  };
};

/** @throws Error when there is an API of a context without its operations */
const checkOperations = (app: App, apis: readonly ContextApi[]): void => {
  for (const { context } of apis)
    if (!Object.hasOwn(app, context.name))
      throw new Error(`The context ${context.name} has an API, but no operations in the app.`);
};

export interface GraphqlEndpoint {
  readonly server: ApolloServer<GraphqlContext>;
  readonly context: (request: RequestFacts) => Promise<GraphqlContext>;
}

const endpoint = (api: Api, options: GraphqlOptions, schema: GraphQLSchema): GraphqlEndpoint => ({
  server: serverFor(api, schema, withinLife(executorFor(schema, options)), options),
  context: requestContext({ ...options, api, errorCodes: errorCodesOf(options.apis ?? APIS) }),
});

const executorFor = (
  schema: GraphQLSchema,
  { executor, limits, counters = noLimitCounters, statements }: GraphqlOptions,
): Executor => {
  const answering =
    executor === "reference"
      ? referenceExecutor(schema)
      : compiledExecutor(schema, {
          keptMib: limits?.cachedProgramsMib ?? DEFAULT_LIMITS.cachedProgramsMib,
          counters,
        });
  return statements ? countingStatements(answering, statements) : answering;
};

const serverFor = (
  api: Api,
  schema: GraphQLSchema,
  executor: Executor,
  options: GraphqlOptions,
): ApolloServer<GraphqlContext> => {
  const { introspection, hideSchemaHints, counters = noLimitCounters } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const texts = writeAnswers({ answerBytes: limits.answerBytes, counters });
  return new ApolloServer<GraphqlContext>({
    gateway: {
      onSchemaLoadOrUpdate: (accept) => {
        accept({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => undefined;
      },
      load: async () => ({ executor }),
      stop: async () => undefined,
    },
    introspection,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: hideSchemaHints,
    documentStore: documentStore(limits.cachedDocumentsMib, counters),
    parseOptions: { maxTokens: limits.documentTokens },
    validationRules: [documentLimits(introspection, limits), knownOperations],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions: hideSchemaHints },
    formatError: presentError(hideSchemaHints),
    // Cache control, like every plugin with field hooks, would wrap each field.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      trustedDocuments(api === "shop" ? (options.trustedDocuments ?? "also") : "also"),
      nestingLimit(limits),
      countRefusedDocuments(counters),
      answerPlugin(options),
      audiencePlugin(schema),
      costPlugin(schema, {
        limits,
        counters,
        introspection,
        tellsMore: options.statements !== undefined,
      }),
      cachingPlugin(options.caching ?? NOT_KEPT),
      texts.plugin,
    ],
    stringifyResult: texts.stringifyResult,
    stopOnTerminationSignals: false,
  });
};
