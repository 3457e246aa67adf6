import { ApolloLink, Observable } from "@apollo/client";
import { errorCodesOf, isRetryable, retryAfterMs } from "./errors.js";
import { idempotencyHeaders } from "./headers.js";
import { patienceOf, waitBefore } from "./patience.js";

/** A link that sends operations again, as `retryFetch` does, and mutations whose first try is still in progress. */
export const retryLink = (options) => {
  const patience = patienceOf(options);
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        const isSafe = prepare(operation, patience);
        let subscription;
        let timer;
        const attempt = (tried) => {
          const again = (failure) => {
            const wait =
              isSafe && isTemporary(failure)
                ? waitBefore(tried, waitOf(failure, operation), patience)
                : null;
            if (wait !== null) timer = setTimeout(() => attempt(tried + 1), wait);
            return wait !== null;
          };
          let isRepeated = false;
          subscription = forward(operation).subscribe({
            next: (result) => {
              isRepeated = again(result);
              if (!isRepeated) observer.next(result);
            },
            error: (error) => {
              if (!again(error)) observer.error(error);
            },
            complete: () => {
              if (!isRepeated) observer.complete();
            },
          });
        };
        attempt(1);
        return () => {
          clearTimeout(timer);
          subscription?.unsubscribe();
        };
      }),
  );
};

/** Gives a mutation a key, and says whether the operation can be repeated. */
const prepare = (operation, { idempotencyKeys }) => {
  const kinds = operation.query.definitions.map(({ operation: kind }) => kind);
  if (kinds.includes("subscription")) return false;
  if (!kinds.includes("mutation")) return true;
  const { headers = {} } = operation.getContext();
  if (hasKey(headers)) return true;
  if (!idempotencyKeys) return false;
  operation.setContext({ headers: { ...headers, ...idempotencyHeaders() } });
  return true;
};

const hasKey = (headers) =>
  Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === "idempotency-key" && value,
  );

/** OUTCOME_UNKNOWN is not retryable by itself: with the key, which every mutation here has, it is. */
const isTemporary = (failure) => {
  const refusals = refusalsOf(failure);
  const codes = errorCodesOf(refusals);
  if (codes.includes("INTERNAL_ERROR")) return false;
  if (codes.length > 0)
    return codes.every((code) => code === "OUTCOME_UNKNOWN" || isRetryable({ code }));
  return failure instanceof Error && isRetryable(failure);
};

/** What a failure says: the errors of a result, or the refusals of its payloads; or the error itself. */
const refusalsOf = (failure) => {
  if (failure instanceof Error || failure?.errors?.length > 0) return failure;
  return Object.values(failure?.data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
};

const waitOf = (failure, operation) => {
  const headers = operation.getContext().response?.headers;
  return retryAfterMs(failure) ?? (headers ? retryAfterMs(headers) : null);
};
