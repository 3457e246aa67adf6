import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { ShownCatalog } from "../../application/catalog/show-catalog.js";
import type { Viewer } from "../../application/shared/viewer.js";
import type { App } from "../app.js";
import { answerPlugin } from "./answer-plugin.js";
import { compiledExecutor, referenceExecutor, type Executor } from "./compiled-executor.js";
import { contextOf, type AskedBy, type GraphqlContext } from "./context.js";
import { documentLimits, MAX_TOKENS, MAX_VALIDATION_ERRORS } from "./document-limits.js";
import { documentStore } from "./document-store.js";
import { knownOperations } from "./known-operations.js";
import { presentError } from "./present-error.js";
import { buildAdminSchema, buildShopSchema } from "./schemas.js";

export { printSchemas } from "./schemas.js";

export interface GraphqlOptions {
  readonly app: App;
  /** Where clients reach Plinth, such as `http://127.0.0.1:4000`. */
  readonly publicUrl: string;
  readonly introspection: boolean;
  /** Whether errors keep names of the schema to themselves ("Did you mean …"); on in production. */
  readonly hideSchemaHints: boolean;
  readonly executor?: "compiled" | "reference";
  /** Is told of every error that is a bug or an outage; what the client sees of it is the request id. */
  readonly report: (
    error: unknown,
    facts: { readonly requestId: string; readonly operationName: string | null },
  ) => void;
  /** Is told of everybody who asked for what is not theirs. */
  readonly denied: (facts: DeniedAccess) => void;
}

export interface DeniedAccess {
  readonly requestId: string;
  readonly viewer: Viewer["kind"];
  /** The fields of the root type that were asked for; never an alias, which is the client's own text. */
  readonly fields: readonly string[];
  readonly permission: string;
}

export interface GraphqlEndpoint {
  readonly server: ApolloServer<GraphqlContext>;
  readonly context: (request: AskedBy) => Promise<GraphqlContext>;
}

/** The shop's and the staff's GraphQL API, ready to be mounted on HTTP; start each server before its first request. */
export const createGraphqlEndpoints = async (
  options: GraphqlOptions,
): Promise<{ readonly shop: GraphqlEndpoint; readonly admin: GraphqlEndpoint }> => ({
  shop: endpoint(options, await buildShopSchema(), options.app.catalog.shop),
  admin: endpoint(options, await buildAdminSchema(), options.app.catalog.admin),
});

const endpoint = (
  options: GraphqlOptions,
  schema: GraphQLSchema,
  catalog: ShownCatalog,
): GraphqlEndpoint => ({
  server: serverFor(
    schema,
    options.executor === "reference" ? referenceExecutor(schema) : compiledExecutor(schema),
    options,
  ),
  context: contextOf({ ...options, catalog }),
});

const serverFor = (
  schema: GraphQLSchema,
  executor: Executor,
  { introspection, hideSchemaHints, report, denied }: GraphqlOptions,
): ApolloServer<GraphqlContext> =>
  new ApolloServer<GraphqlContext>({
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
    documentStore: documentStore(),
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [documentLimits(introspection), knownOperations],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions: hideSchemaHints },
    formatError: presentError(hideSchemaHints),
    // Cache control, like any plugin that watches fields, would wrap every one of them.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      answerPlugin(schema, { report, denied }),
    ],
    stringifyResult: (answer) => JSON.stringify(answer),
    stopOnTerminationSignals: false,
  });
