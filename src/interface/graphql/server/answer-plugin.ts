import type { ApolloServerPlugin, GraphQLRequest } from "@apollo/server";
import {
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { PermissionDenied } from "../../../application/shared/viewer.js";
import type { ErrorCodes } from "../errors/codes/error-code.js";
import { afterChange, causeOf, isUnexpected } from "../errors/present-error.js";
import { withLocation } from "../errors/with-location.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { GraphqlOptions } from "./graphql-options.js";

/**
 * Refuses requests that cannot be answered, reports bugs and outages, and adds the market and
 * locale to each answer.
 */
export const answerPlugin = ({
  report,
  denied,
}: Pick<GraphqlOptions, "report" | "denied">): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue: { refusal } }) => {
      if (refusal) throw new GraphQLError(refusal.message, { originalError: refusal });
    },
    didEncounterErrors: async ({
      errors,
      contextValue: { requestId, viewer },
      operationName,
      operation,
    }) => {
      for (const permission of new Set(
        errors
          .map(causeOf)
          .flatMap((cause) => (cause instanceof PermissionDenied ? [cause.permission] : [])),
      ))
        denied({
          requestId,
          viewer: viewer.kind,
          fields: operation ? rootFields(operation) : [],
          permission,
        });
      const causes = new Set(errors.filter(isUnexpected).map(causeOf));
      for (const cause of causes)
        report(cause, { requestId, operationName: operationName ?? null });
    },
    willSendResponse: async (answered) => {
      const { request, response, contextValue } = answered;
      const { body, http } = response;
      if (body.kind !== "single") return;
      const answer = body.singleResult;
      const { requestId, life, market, locale, shoppingContext, refusal, replayed } = contextValue;
      if (!refusal)
        answer.extensions = {
          ...answer.extensions,
          context: { market: market?.key, locale, currency: shoppingContext?.currency },
          ...(replayed.length > 0 && { replayed }),
        };
      if (replayed.length > 0) http.headers.set("idempotency-replayed", "true");
      if (!answer.errors) return;
      // An answer without data says nothing of the mutations before the one that failed.
      if (answer.data == null && life.mayHaveChanged)
        answer.errors = answer.errors.map(afterChange);
      answer.errors = decisive(answer.errors).map((error) => ({
        ...withLocation(error, answered),
        extensions: { ...error.extensions, requestId },
      }));
      const code = contextValue.errorCodes[String(answer.errors[0]?.extensions?.["code"])];
      // Apollo sets 500 where no error has a more precise status.
      if (answer.data == null && code && (http.status ?? 500) === 500)
        http.status = code.status ?? 400;
      const failure = statusOfFailure(answer.data, answer.errors, contextValue.errorCodes);
      if (failure !== null) http.status = failure;
      else if (answer.data != null && http.status === undefined && isStandard(request))
        http.status = PARTIAL_SUCCESS;
      const retryAfterMs = longestWait(answer.errors);
      if (retryAfterMs > 0)
        http.headers.set("retry-after", String(Math.ceil(retryAfterMs / 1_000)));
    },
  }),
});

/** What the draft of GraphQL over HTTP recommends for an answer with data and errors. */
const PARTIAL_SUCCESS = 294;

/** Whether the client knows the statuses of GraphQL over HTTP; others take only 200 for an answer. */
const isStandard = ({ http }: Pick<GraphQLRequest, "http">): boolean =>
  http?.headers.get("accept")?.includes("application/graphql-response+json") ?? false;

/**
 * The status of an answer in which every root field is null, or a list of nulls, because the server
 * failed; otherwise null. Caches, proxies and monitors that look at the status only would take 200
 * for an answer.
 */
const statusOfFailure = (
  data: Readonly<Record<string, unknown>> | null | undefined,
  errors: readonly GraphQLFormattedError[],
  codes: ErrorCodes,
): number | null => {
  const failures = errors.flatMap(({ extensions, path = [] }) => {
    const status = codes[String(extensions?.["code"])]?.status ?? 0;
    return status >= 500 ? [{ status, path }] : [];
  });
  // Of an item of a list the path has a second part, its index.
  const failed = new Set(
    failures.flatMap(({ path: [field, item] }) => [`${field}`, `${field}.${item}`]),
  );
  const isLost = (value: unknown, path: string): boolean => value === null && failed.has(path);
  const isAllLost =
    data != null &&
    Object.entries(data).every(([field, value]) =>
      Array.isArray(value) && value.length > 0
        ? value.every((item: unknown, index) => isLost(item, `${field}.${index}`))
        : isLost(value, field),
    );
  // An outage is worth trying again, whatever else failed.
  return isAllLost ? Math.max(...failures.map(({ status }) => status)) : null;
};

const longestWait = (errors: readonly GraphQLFormattedError[]): number =>
  Math.max(0, ...errors.map(({ extensions }) => Number(extensions?.["retryAfterMs"] ?? 0)));

const rootFields = ({ selectionSet }: OperationDefinitionNode): readonly string[] =>
  selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));

/** For a document over a limit only this error is reported; validation repeats it. */
const decisive = (errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] => {
  const limit = errors.find(({ extensions }) => extensions?.["code"] === "QUERY_LIMIT_EXCEEDED");
  return limit ? [limit] : errors;
};
