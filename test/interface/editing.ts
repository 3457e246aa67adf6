import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { type Answer, send } from "./ask.js";
import { openWorld, type World } from "./world.js";

/** What a mutation answered, with the payload of its one field. */
export interface Edited extends Answer {
  readonly payload: Record<string, unknown>;
}

export interface Editing {
  readonly world: World;
  /**
   * Sends one mutation with the admin key, to the API that has it: its name, its input, and the selection of the payload
   * beside the user errors.
   */
  readonly mutate: (
    name: string,
    input: object,
    selection?: string,
    idempotencyKey?: string,
  ) => Promise<Edited>;
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
}

const OF_SHOP = new Set(
  Object.keys((await buildShopSchema()).getMutationType()?.getFields() ?? {}),
);

/** The name that the input of a mutation has in the schema. */
const inputType = (mutation: string): string =>
  `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;

export const USER_ERRORS = `userErrors { __typename code message path ... on NotFoundError { missing } ... on StaleVersionError { currentVersion } ... on TakenError { taken } ... on TooManyError { count limit } ... on InUseError { uses } ... on IdempotencyError { retryable } }`;

/**
 * Mutations are not part of the recorded corpus: they leave another world behind, so each test
 * opens its own.
 */
export const editing = async (open: () => Promise<World> = openWorld): Promise<Editing> => {
  const world = await open();
  return {
    world,
    mutate: async (name, input, selection = "", idempotencyKey) => {
      const query = `mutation ($input: ${inputType(name)}!) { ${name}(input: $input) { ${selection} ${USER_ERRORS} warnings { code message path } } }`;
      const answer = await send(world, {
        api: OF_SHOP.has(name) ? "shop" : "admin",
        viewer: "admin-key",
        query,
        variables: { input },
        ...(idempotencyKey !== undefined && { idempotencyKey }),
      });
      return { ...answer, payload: (answer.data?.[name] ?? {}) as Record<string, unknown> };
    },
    ask: (query, variables) =>
      send(world, { api: "admin", viewer: "admin-key", query, ...(variables && { variables }) }),
  };
};

/** The codes of the user errors of a payload, each with its path in the input. */
export const problemsOf = (payload: Record<string, unknown>): readonly string[] =>
  (payload["userErrors"] as { code: string; path: string[] }[]).map(
    ({ code, path }) => `${code} ${path.slice(1).join(".")}`,
  );
