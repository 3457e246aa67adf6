import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { SharedErrorCode } from "../errors/error-codes-of.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { NO_DOCUMENT } from "../limits/no-document.js";

/** Which documents an API answers: trusted ones only, or others also. */
export type DocumentMode = "only" | "also";

/**
 * Answers requests that name a document by its id instead of sending it: in `documentId`, as the
 * draft of persisted documents says, or in `extensions.persistedQuery`, as Apollo's clients do.
 */
export const trustedDocuments = (mode: DocumentMode): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async ({ request, contextValue }) => {
    const problem = await resolve(request, contextValue, mode).catch(
      (error: unknown) => new GraphQLError("", { originalError: error as Error }),
    );
    if (problem === null) return;
    // Apollo takes no refusal before it has a document.
    request.query = NO_DOCUMENT;
    delete request.extensions;
    return {
      didResolveOperation: async () => {
        throw problem;
      },
    };
  },
});

/** Puts the text of the document into the request. @returns why it cannot be answered, or null */
const resolve = async (
  request: GraphQLRequest,
  { app, api, life, viewer }: GraphqlContext,
  mode: DocumentMode,
): Promise<GraphQLError | null> => {
  const requested = requestedIds(request);
  const [id, ...others] = requested.ids;
  if (id === undefined) {
    if (mode === "also" || !request.query) return null;
    return coded(
      "DOCUMENT_NOT_TRUSTED",
      "This shop answers published documents only. Send the id of one as documentId.",
    );
  }
  // Apollo's clients register documents by sending both.
  if (request.query)
    return requested.isPersistedQuery
      ? coded("PERSISTED_QUERY_NOT_SUPPORTED", NOT_REGISTERED)
      : coded("BAD_REQUEST", "Send a document or the id of one, not both.");
  if (others.length > 0)
    return coded("BAD_REQUEST", "Send the id of one document, and send it once.");
  const text =
    typeof id === "string"
      ? await life.until(app.documents.documentText({ api, id }, viewer))
      : null;
  if (text === null)
    // Apollo's clients then send whole documents, where these are answered.
    return requested.isPersistedQuery && mode === "also"
      ? coded("PERSISTED_QUERY_NOT_SUPPORTED", `No document has this id. ${NOT_REGISTERED}`)
      : coded(
          "DOCUMENT_NOT_FOUND",
          "No document has this id. Publish it first, with the clients that use it.",
        );
  request.query = text;
  if (requested.isPersistedQuery) {
    const { persistedQuery: _, ...extensions } = request.extensions ?? {};
    request.extensions = extensions;
  }
  return null;
};

const NOT_REGISTERED =
  "Requests do not register documents: publish them, or send the whole document without its hash.";

interface RequestedIds {
  readonly ids: readonly unknown[];
  readonly isPersistedQuery: boolean;
}

const requestedIds = ({ http, extensions }: GraphQLRequest): RequestedIds => {
  const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: unknown };
  const hash =
    typeof persistedQuery === "object" && persistedQuery !== null && "sha256Hash" in persistedQuery
      ? persistedQuery.sha256Hash
      : undefined;
  const isPersistedQuery = persistedQuery !== undefined && persistedQuery !== null;
  const ids = http?.method === "GET" ? idsOfAddress(http.search) : idsOfBody(http?.body);
  return { ids: isPersistedQuery ? [...ids, hash ?? ""] : ids, isPersistedQuery };
};

// Most requests name no document.
const idsOfAddress = (search: string): readonly string[] =>
  search.includes("documentId") ? new URLSearchParams(search).getAll("documentId") : [];

const idsOfBody = (body: unknown): readonly unknown[] =>
  typeof body === "object" && body !== null && "documentId" in body && body.documentId != null
    ? [body.documentId]
    : [];

const coded = (code: SharedErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
