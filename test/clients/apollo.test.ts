import type { InMemoryCacheConfig } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import * as adminFacts from "@plinth/client/admin";
import { cacheOptions as adminCacheOptions } from "@plinth/client/admin/apollo";
import * as facts from "@plinth/client/shop";
import { OperationTypeNode, parse, visit } from "graphql";
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from "vitest";
import { openBackOffice, openShop } from "./apollo-clients.js";
import { backOffice, storefront } from "./documents.js";
import { withoutArgument, withoutField, withoutInterface } from "./mistakes.js";
import { plantedApollo } from "./planted-package.js";
import { shipped } from "./workbench.js";

interface Card {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly vendor: string;
}
interface List {
  readonly products: {
    readonly totalCount?: number;
    readonly edges: readonly { readonly node: Card }[];
    readonly nodes: readonly Card[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}
interface Found {
  readonly search: List["products"] & { readonly facets: readonly object[] };
}

let said: MockInstance[];
beforeEach(() => {
  said = (["warn", "error"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
});
afterEach(() => vi.restoreAllMocks());
const complaints = () => said.flatMap(({ mock }) => mock.calls.map((words) => words.join(" ")));

/** Walks through three pages and gives the ids that the list shows at last. */
const threePages = async (
  { client }: ReturnType<typeof openShop>,
  query = storefront("ProductList"),
): Promise<readonly string[]> => {
  const asked = { query, variables: { first: 5 } };
  const list = client.watchQuery<List>(asked);
  await list.refetch();
  for (const _page of [2, 3])
    await list.fetchMore({
      variables: { after: client.readQuery<List>(asked)?.products.pageInfo.endCursor },
    });
  return idsOf(client.readQuery<List>(asked));
};
const idsOf = (list: List | null | undefined): readonly string[] =>
  (list?.products.nodes ?? list?.products.edges.map(({ node }) => node) ?? []).map(({ id }) => id);
const atOnce = async (first: number): Promise<readonly string[]> =>
  idsOf(
    (
      await openShop().client.query<List>({
        query: storefront("ProductList"),
        variables: { first },
      })
    ).data,
  );

const NODES_ONLY = parse(
  "query Nodes($first: Int, $after: String, $sort: ProductSort) { products(first: $first, after: $after, sort: $sort) { nodes { id title } pageInfo { hasNextPage endCursor } } }",
);

describe("Apollo Client with the type policies of the package", () => {
  test("keeps a product that two queries tell of as one", async () => {
    const { client, cache } = openShop();

    const list = await client.query<List>({
      query: storefront("ProductList"),
      variables: { first: 5 },
    });
    const { slug, id } = list.data?.products.edges[0]?.node ?? { slug: "", id: "" };
    await client.query({ query: storefront("ProductBySlug"), variables: { slug } });

    const kept = Object.entries(
      cache.extract() as Record<
        string,
        { readonly id?: string; readonly descriptionHtml?: string; readonly priceRange?: object }
      >,
    ).filter(([, object]) => object.id === id);
    expect(kept.map(([key]) => key)).toEqual([`Product:${id}`]);
    expect(kept[0]?.[1]).toMatchObject({
      slug,
      descriptionHtml: expect.any(String),
      priceRange: { min: { __typename: "Money", amount: expect.any(String) } },
    });
    expect(complaints()).toEqual([]);
  });

  test("shows in the list what it learns of a product elsewhere", async () => {
    const { client } = openShop();
    const asked = { query: storefront("ProductList"), variables: { first: 5 } };
    const { data } = await client.query<List>(asked);

    client.cache.writeFragment({
      id: `Product:${idsOf(data)[2]}`,
      fragment: parse("fragment Renamed on Product { title }"),
      data: { __typename: "Product", title: "A new name" },
    });

    expect(client.readQuery<List>(asked)?.products.edges[2]?.node.title).toBe("A new name");
  });

  test("makes one list of three pages, whether it asks for edges or for nodes", async () => {
    const whole = await atOnce(15);

    expect(whole).toHaveLength(15);
    expect(await threePages(openShop())).toEqual(whole);
    expect(await threePages(openShop(), NODES_ONLY)).toEqual(whole);
    expect(complaints()).toEqual([]);
  });

  test("does so with relayStylePagination as it comes, too, given the arguments that tell lists apart", async () => {
    const keyArgs = facts.typePolicies["Query"]?.fields?.["products"]?.keyArgs ?? [];
    const plain = {
      possibleTypes: facts.possibleTypes,
      typePolicies: { Query: { fields: { products: relayStylePagination(keyArgs) } } },
    };

    expect(keyArgs).toEqual(expect.arrayContaining(["filter", "sort"]));
    expect(await threePages(openShop(plain))).toEqual(await atOnce(15));
  });

  test("keeps lists of another order, and lists that are given a name of their own, apart", async () => {
    const shop = openShop();
    const forward = await threePages(shop);

    const [first] = forward;
    const reverse = await shop.client.query<List>({
      query: storefront("ProductList"),
      variables: { first: 5, sort: { key: "TITLE", reverse: true } },
    });
    const named = await shop.client.query<List>({
      query: parse(`{ products(first: 2) @connection(key: "teaser") { nodes { id title } } }`),
    });
    const again = await shop.client.query<List>({
      query: storefront("ProductList"),
      variables: { first: 5 },
    });

    expect(idsOf(reverse.data)).not.toContain(first);
    expect(named.data?.products.nodes).toHaveLength(2);
    expect(again.data?.products.edges).toHaveLength(15);
  });

  test("keeps the facets of a search while its pages are joined", async () => {
    const { client } = openShop();
    const asked = { query: storefront("Search"), variables: { query: "", sort: { key: "TITLE" } } };
    const list = client.watchQuery<Found>(asked);
    const { data } = await list.refetch();

    await list.fetchMore({ variables: { after: data?.search.pageInfo.endCursor } });

    const { search } = client.readQuery<Found>(asked) ?? {};
    expect(search?.edges).toHaveLength(6);
    expect(search?.facets).toEqual(data?.search.facets);
    expect(search?.facets.length).toBeGreaterThan(3);
    expect(complaints()).toEqual([]);
  });

  test("asks again rather than take a list for empty of which only the number was asked, or for the last page of which no place was", async () => {
    const { client } = openShop();

    await client.query({ query: parse("{ products(first: 1) { totalCount } }") });
    const nodes = await client.query<List>({
      query: parse("{ products(first: 3) { nodes { id title } } }"),
    });
    const places = await client.query<List>({ query: NODES_ONLY, variables: { first: 4 } });
    const counted = await client.query<List>({
      query: parse("{ products(first: 1) { totalCount } }"),
      fetchPolicy: "cache-only",
    });

    expect(nodes.data?.products.nodes).toHaveLength(3);
    expect(places.data?.products.pageInfo).toMatchObject({
      hasNextPage: true,
      endCursor: expect.stringMatching(/.+/),
    });
    expect(counted.data?.products.totalCount).toBeGreaterThan(50);
  });

  test("does not go on where a longer list ended when a shorter one has taken its place", async () => {
    const shop = openShop();
    await threePages(shop, NODES_ONLY);

    await shop.client.query({
      query: parse("{ products(first: 2) { nodes { id title } } }"),
      fetchPolicy: "network-only",
    });

    expect(shop.client.readQuery({ query: NODES_ONLY, variables: { first: 5 } })).toBeNull();
  });

  test("finds again by its id what it holds, without a request, and fetches it anew on demand", async () => {
    const { client, requests } = openShop();
    const list = await client.query<List>({
      query: storefront("ProductList"),
      variables: { first: 5 },
    });
    const ids = idsOf(list.data);

    const one = await client.query<{ node: Card }>({
      query: storefront("Again"),
      variables: { id: ids[1] },
    });
    const all = await client.query<{ nodes: Card[] }>({
      query: storefront("AllAgain"),
      variables: { ids },
    });
    const by = await client.query<{ product: Card }>({
      query: parse("query By($id: ID!) { product(by: { id: $id }) { id title } }"),
      variables: { id: ids[3] },
    });

    expect(requests()).toBe(1);
    expect([one.data?.node.id, all.data?.nodes.map(({ id }) => id), by.data?.product.id]).toEqual([
      ids[1],
      ids,
      ids[3],
    ]);

    client.cache.modify({ id: `Product:${ids[1]}`, fields: { title: () => "out of date" } });
    await client.query({
      query: storefront("Again"),
      variables: { id: ids[1] },
      fetchPolicy: "network-only",
    });

    expect(requests()).toBe(2);
    expect(
      client.cache.readFragment<Card>({
        id: `Product:${ids[1]}`,
        fragment: parse("fragment Title on Product { title }"),
      })?.title,
    ).toBe(list.data?.products.edges[1]?.node.title);
    expect(complaints()).toEqual([]);
  });

  test("asks the server for what it does not hold", async () => {
    const { data } = await openShop().client.query<List>({
      query: storefront("ProductList"),
      variables: { first: 1 },
    });
    const { client, requests } = openShop();

    const found = await client.query<{ node: Card }>({
      query: storefront("Again"),
      variables: { id: data?.products.edges[0]?.node.id },
    });

    expect([found.data?.node.title, requests()]).toEqual([data?.products.edges[0]?.node.title, 1]);
  });

  test("reads of a refusal what its own type tells", async () => {
    expect(await refusalKept(adminCacheOptions)).toMatchObject([
      { __typename: "TakenError", code: "SLUG_TAKEN", taken: "everyday-mug" },
    ]);
    expect(complaints()).toEqual([]);
  });

  test("puts what a mutation answers into the list that staff look at", async () => {
    const client = openBackOffice();
    const product = await client.mutate<{ productCreate: { product: Card & { version: number } } }>(
      {
        mutation: backOffice("ProductCreate"),
        variables: { input: { product: { title: "Apollo's mug" } } },
      },
    );
    const { id = "", version } = product.data?.productCreate.product ?? {};

    await client.mutate({
      mutation: backOffice("ProductUpdate"),
      variables: { input: { id, expectedVersion: version, changes: { title: "Apollo's bowl" } } },
    });

    expect(
      client.cache.readFragment({
        id: `Product:${id}`,
        fragment: parse("fragment Title on Product { title }"),
      }),
    ).toMatchObject({ title: "Apollo's bowl" });
    await client.mutate({ mutation: backOffice("ProductDelete"), variables: { input: { id } } });
  });
});

/** What the cache says of a refusal that it was told. */
const refusalKept = async (options: InMemoryCacheConfig): Promise<unknown> => {
  const client = openBackOffice(options);
  const mutation = backOffice("ProductCreate");
  const { data } = await client.mutate<object>({
    mutation,
    variables: { input: { product: { title: "Another mug", slug: "everyday-mug" } } },
  });
  // The cache drops the result of a mutation after it has stored its entities; it is written again under the name of a query, to be read back.
  const asQuery = visit(mutation, {
    OperationDefinition: (operation) => ({ ...operation, operation: OperationTypeNode.QUERY }),
  });
  client.cache.write({
    query: asQuery,
    result: data ?? {},
    dataId: "ROOT_QUERY",
    variables: { input: {} },
  });
  const { result } = client.cache.diff<{
    readonly productCreate: { readonly userErrors: unknown };
  }>({
    query: asQuery,
    id: "ROOT_QUERY",
    variables: { input: {} },
    optimistic: false,
    returnPartialData: true,
  });
  return result?.productCreate?.userErrors;
};

describe("Apollo Client notices", () => {
  const sdl = shipped("shop/schema.graphql");

  test("an entity that lost its id", async () => {
    const { client, cache } = openShop(
      await plantedApollo(
        "apollo-entity",
        withoutField(withoutInterface(sdl, "Product", "Node"), "Product.id"),
      ),
    );

    await client.query({ query: storefront("ProductList"), variables: { first: 5 } });

    expect(
      Object.keys(cache.extract() as object).filter((key) => key.startsWith("Product:")),
    ).toEqual([]);
  });

  test("a connection without pageInfo", async () => {
    const shop = openShop(
      await plantedApollo("apollo-connection", withoutField(sdl, "ProductConnection.pageInfo")),
    );

    expect(await threePages(shop)).not.toEqual(await atOnce(15));
  });

  test("an argument that lists are not told apart by", async () => {
    const kept = await plantedApollo(
      "apollo-argument",
      withoutArgument(sdl, "Query.products", "sort"),
    );
    const shop = openShop(kept);
    const [first] = await threePages(shop);

    const reverse = await shop.client.query<List>({
      query: storefront("ProductList"),
      variables: { first: 5, sort: { key: "TITLE", reverse: true } },
    });

    expect(reverse.data?.products.edges[0]?.node.id).toBe(first);
  });

  test("a possible type that is missing", async () => {
    const kept = await plantedApollo(
      "apollo-possible",
      withoutInterface(shipped("admin/schema.graphql"), "TakenError", "UserError"),
    );

    expect(adminFacts.possibleTypes.UserError).toContain("TakenError");
    expect(await refusalKept(kept)).not.toMatchObject([{ taken: "everyday-mug" }]);
  });
});
