import {
  buyerHeaders,
  errorCodesOf,
  idempotencyHeaders,
  retryAfterMs,
  retryFetch,
  shopHeaders,
} from "@plinth/client";
import { Client, fetchExchange, type CombinedError, type TypedDocumentNode } from "@urql/core";
import { data } from "react-router";
import type { Trouble } from "./trouble";

const ENDPOINT = process.env["PLINTH_URL"] ?? "http://127.0.0.1:4000/graphql";
/** After this the page says that the shop cannot be reached. */
const PATIENCE_MS = 12_000;
/** A refusal that ends within a wait that a buyer hardly notices is waited for, once. */
const patientFetch = retryFetch({ attempts: 2, maxWaitMs: 1_000, idempotencyKeys: false });

/** Who asks: the market and the language of the address, and the buyer behind the request. */
export interface Asker {
  readonly market: string | undefined;
  readonly locale: string | undefined;
  readonly buyerAddress: string;
}

export interface Answer<Data> {
  readonly data: Data;
  /** The codes of fields that failed alone, such as CART_NOT_FOUND. */
  readonly codes: readonly string[];
  /** Why fields of the data are null. Null when none failed. */
  readonly trouble: Trouble | null;
}

/**
 * Asks Plinth. With a key a mutation is made once, however often it is sent.
 * @throws a response with the trouble, which the error page shows
 */
export const ask = async <Data, Variables extends object>(
  asker: Asker,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  key: string | null = null,
): Promise<Answer<Data>> => {
  const client = clientOf(asker, key);
  const isMutation = document.definitions.some(
    (part) => part.kind === "OperationDefinition" && part.operation === "mutation",
  );
  const { data: answered, error } = await (
    isMutation
      ? client.mutation<Data>(document, variables)
      : client.query<Data>(document, variables)
  ).toPromise();
  const trouble = troubleOf(error);
  if (!answered) throw thrownBy(trouble);
  return error
    ? { data: answered, codes: errorCodesOf(error), trouble }
    : { data: answered, codes: [], trouble: null };
};

/** What an address asks for cannot be there: nobody has to try again. */
const MISSING = /^INVALID_|_NOT_FOUND$/;

/**
 * A field that the page cannot be without. Others may be null: a page without its menu is better than none.
 * @throws a response with 404, or with the trouble
 */
export const needed = <Data, Name extends keyof Data>(
  { data: answered, trouble }: Answer<Data>,
  name: Name,
): NonNullable<Data[Name]> => {
  const value = answered[name];
  if (value != null) return value;
  throw trouble === null || MISSING.test(trouble.code)
    ? data(null, { status: 404 })
    : thrownBy(trouble);
};

/** One client for each request: nothing of one buyer can reach another one. */
const clientOf = ({ market, locale, buyerAddress }: Asker, key: string | null): Client =>
  new Client({
    url: ENDPOINT,
    preferGetMethod: false,
    fetch: patientFetch,
    exchanges: [fetchExchange],
    fetchOptions: () => ({
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        ...shopHeaders({ market, locale }),
        ...buyerHeaders(buyerAddress),
        ...(key === null ? {} : idempotencyHeaders(key)),
      },
    }),
  });

const thrownBy = (trouble: Trouble): unknown => {
  const { status, retryAfterMs: wait } = trouble;
  const headers: Record<string, string> =
    wait === null ? {} : { "Retry-After": String(Math.ceil(wait / 1_000)) };
  return data(trouble, { status, headers });
};

const troubleOf = (error: CombinedError | undefined): Trouble => {
  const response: unknown = error?.response;
  const requestId = response instanceof Response ? response.headers.get("x-request-id") : null;
  const [code = "UNREACHABLE"] = error ? errorCodesOf(error) : [];
  return { kind: "shop", ...kindOf(code), code, requestId, retryAfterMs: retryAfterMs(error) };
};

const kindOf = (code: string): Pick<Trouble, "reason" | "status"> => {
  switch (code) {
    case "UNKNOWN_MARKET":
    case "UNKNOWN_LOCALE":
      return { reason: "market", status: 404 };
    case "RATE_LIMITED":
      return { reason: "busy", status: 429 };
    case "SERVICE_UNAVAILABLE":
    case "TOO_MANY_CONNECTIONS":
      return { reason: "busy", status: 503 };
    case "UNREACHABLE":
      return { reason: "down", status: 503 };
    default:
      return { reason: "broken", status: 500 };
  }
};
