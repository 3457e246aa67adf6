import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { openShop } from "./apollo-clients.js";

const NOBODY = { id: "product_01kadq0h8efr4tmr9bk39h1y0c" };
const BY_ID = parse("query ById($id: ID!) { product(by: { id: $id }) { id title } }");
const NODE = parse("query Node($id: ID!) { node(id: $id) { __typename id } }");
const LIST = parse(
  "query List($after: String) { products(first: 2, after: $after) { nodes { id title } pageInfo { hasNextPage endCursor } } }",
);

interface Nodes {
  readonly products: { readonly nodes: readonly object[] } | null;
}

describe("Apollo Client takes null for an answer", () => {
  test.each([
    ["product", BY_ID],
    ["node", NODE],
  ])("and does not ask again for a %s that does not exist", async (field, query) => {
    const { client, requests } = openShop();

    await client.query({ query, variables: NOBODY });
    const again = await client.query<Record<string, unknown>>({ query, variables: NOBODY });

    expect([again.data?.[field], requests()]).toEqual([null, 1]);
  });

  test("and asks again when the page wants it", async () => {
    const { client, requests } = openShop();

    await client.query({ query: BY_ID, variables: NOBODY });
    await client.query({ query: BY_ID, variables: NOBODY, fetchPolicy: "network-only" });

    expect(requests()).toBe(2);
  });
});

describe("a list that could not be read", () => {
  const failed = { products: null };

  test("is null in the cache of Apollo Client, and a list again once it is read", async () => {
    const { client } = openShop();

    client.cache.writeQuery({ query: LIST, data: failed });
    expect(client.readQuery<Nodes>({ query: LIST })).toEqual(failed);
    await client.query({ query: LIST, fetchPolicy: "network-only" });

    expect(client.readQuery<Nodes>({ query: LIST })?.products?.nodes).toHaveLength(2);
  });

  test("leaves the pages before it when it was the next page", async () => {
    const { client } = openShop();
    await client.query({ query: LIST });

    client.cache.writeQuery({ query: LIST, variables: { after: "x" }, data: failed });

    expect(client.readQuery<Nodes>({ query: LIST })?.products?.nodes).toHaveLength(2);
  });
});
