import type { ApolloServer } from "@apollo/server";
import type { App } from "../app.js";
import type { AskedBy, GraphqlContext } from "./context.js";

export interface GraphqlOptions {
  readonly app: App;
  /** The ISO 4217 code of the default market. */
  readonly currency: string;
  /** The BCP 47 tag of the language the shop speaks, such as `en`. */
  readonly locale: string;
  /** Where clients reach Plinth, such as `http://127.0.0.1:4000`. */
  readonly publicUrl: string;
  readonly introspection: boolean;
  /** Whether errors keep names of the schema to themselves ("Did you mean …"); on in production. */
  readonly hideSchemaHints: boolean;
  readonly executor?: "compiled" | "reference";
  /** Is told of every error that is a bug or an outage; what the client sees of it is the request id. */
  readonly report: (error: unknown, facts: { readonly requestId: string; readonly operationName: string | null }) => void;
}

export interface GraphqlEndpoint {
  readonly server: ApolloServer<GraphqlContext>;
  readonly context: (request: AskedBy) => GraphqlContext;
}

/** The shop's and the staff's GraphQL API, ready to be mounted on HTTP; start each server before its first request. */
export const createGraphqlEndpoints = async (_options: GraphqlOptions): Promise<{ readonly shop: GraphqlEndpoint; readonly admin: GraphqlEndpoint }> => {
  throw new Error("The GraphQL endpoints are not wired yet.");
};
