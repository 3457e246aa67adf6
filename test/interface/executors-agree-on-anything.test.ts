import type { GraphQLFormattedError } from "graphql";
import { expect, test } from "vitest";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { productId } from "../builders/product-content.js";
import { anyDocument } from "./any-document.js";
import { type Answer, send } from "./ask.js";
import { openWorld } from "./world.js";

const DOCUMENTS = 200;

test(`the compiled executor and graphql-js answer ${DOCUMENTS} generated documents alike`, async () => {
  const schema = await buildShopSchema();
  const [compiled, reference] = await Promise.all([
    openWorld({ executor: "compiled" }),
    openWorld({ executor: "reference" }),
  ]);
  let answered = 0;

  for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
    const variables = {
      yes: seed % 2 === 0,
      no: seed % 3 === 0,
      id: productId(1 + (seed % 9)),
      slug: "mug-1",
      first: seed % 5,
    };
    const operation = {
      api: "shop",
      viewer: "guest",
      query: anyDocument(schema, seed),
      variables,
    } as const;
    await send(compiled, operation);
    const [one, other] = [await send(compiled, operation), await send(reference, operation)];
    if (other.data !== undefined) answered += 1;
    expect({ seed, ...certain(one), query: operation.query }).toEqual({
      seed,
      ...certain(other),
      query: operation.query,
    });
  }
  expect(answered).toBeGreaterThan(DOCUMENTS * 0.8);
}, 60_000);

/**
 * The part of an answer that does not depend on its executor. Where an error took a whole part of the answer away,
 * graphql-js no longer waits for further errors inside that part, so which of them it reports is a
 * matter of time; the specification allows either.
 */
const certain = ({ data, errors }: Answer) => ({
  data,
  errors: errors
    .filter(({ path = [] }) => !tookPartAway(data, path))
    .map((error) => JSON.stringify(error))
    .toSorted(),
  partsTakenAway: [
    ...new Set(
      errors.flatMap(({ path = [] }) =>
        tookPartAway(data, path) ? [nullAbove(data, path).join(".")] : [],
      ),
    ),
  ].toSorted(),
});

const tookPartAway = (data: unknown, path: NonNullable<GraphQLFormattedError["path"]>): boolean =>
  path.length > 0 && nullAbove(data, path).length < path.length;

/** The longest part of a path that still leads to something, or to null. */
const nullAbove = (
  data: unknown,
  path: NonNullable<GraphQLFormattedError["path"]>,
): readonly (string | number)[] => {
  let at: unknown = data;
  for (const [index, step] of path.entries()) {
    if (at == null) return path.slice(0, index);
    at = (at as Record<string | number, unknown>)[step];
  }
  return path;
};
