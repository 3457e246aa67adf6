import type { GraphQLFormattedError } from "graphql";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { ADMIN_KEY_HOLDER, GUEST } from "../../src/application/shared/viewer.js";
import { Corpus, type Operation } from "./corpus.js";
import { openWorld, type World } from "./world.js";

export interface Answer {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  readonly extensions: Record<string, unknown> | undefined;
  readonly status: number | undefined;
  readonly headers: ReadonlyMap<string, string>;
}

/**
 * Sends an operation straight to the GraphQL server, and gives the answer as a client would parse
 * it.
 */
export const send = async (
  world: Pick<World, "shop" | "admin">,
  { api, viewer, query, variables, operationName, market, locale, idempotencyKey }: Operation,
): Promise<Answer> => {
  const { server, context } = world[api];
  const contextValue = await context({
    viewer: viewer === "guest" ? GUEST : ADMIN_KEY_HOLDER,
    requestId: "request-1",
    market,
    locale,
    idempotencyKey,
  });
  const { body, http } = await server.executeOperation(
    { query, ...(variables && { variables }), ...(operationName && { operationName }) },
    { contextValue },
  );
  if (body.kind !== "single") throw new Error("The answer came in parts.");
  const {
    data,
    errors = [],
    extensions,
  } = JSON.parse(JSON.stringify(body.singleResult)) as Partial<Answer>;
  return { data, errors, extensions, status: http.status, headers: http.headers };
};

export type Ask = (
  query: string,
  variables?: Operation["variables"],
  more?: Partial<Omit<Operation, "query" | "variables">>,
) => Promise<Answer>;

/**
 * A world for the tests of one file, and the one way in which they ask: what is asked belongs to
 * the recorded corpus.
 */
export const api = (corpusName: string): { readonly ask: Ask; readonly world: () => World } => {
  const corpus = new Corpus(corpusName);
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  beforeEach(() => {
    world.calls.length = 0;
    world.reported.length = 0;
  });
  afterAll(() => corpus.write());

  const ask: Ask = (query, variables, more = {}) => {
    const viewer = more.viewer ?? (more.api === "admin" ? "admin-key" : "guest");
    const operation: Operation = {
      api: "shop",
      ...more,
      viewer,
      query,
      ...(variables && { variables }),
    };
    corpus.add(operation);
    return send(world, operation);
  };
  return { ask, world: () => world };
};

/** The codes of the errors of an answer. */
export const codes = ({ errors }: Answer): unknown[] =>
  errors.map(({ extensions }) => extensions?.["code"]);
