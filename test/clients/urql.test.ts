import { Client, fetchExchange, type OperationResult } from "@urql/core";
import { cacheExchange, type CacheExchangeOpts } from "@urql/exchange-graphcache";
import { cacheOptions as adminCacheOptions } from "@plinth/client/admin/urql";
import { cacheOptions } from "@plinth/client/shop/urql";
import { parse } from "graphql";
import {
  afterEach,
  beforeEach,
  describe,
  expect,
  inject,
  test,
  vi,
  type MockInstance,
} from "vitest";
import { backOffice, storefront } from "./documents.js";
import { retyped, withoutField, withoutInterface } from "./mistakes.js";
import { plantedUrql } from "./planted-package.js";
import { shipped } from "./workbench.js";

const { url, adminKey } = inject("plinth");

/** A storefront on its own cache, and how often it has asked the server. */
const openShop = (options: Partial<CacheExchangeOpts> = cacheOptions) => {
  let requests = 0;
  const counted: typeof fetch = (...words) => {
    requests += 1;
    return fetch(...words);
  };
  return {
    client: new Client({
      url: `${url}/graphql`,
      exchanges: [cacheExchange(options), fetchExchange],
      fetch: counted,
      preferGetMethod: false,
    }),
    requests: () => requests,
  };
};

interface Card {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}
interface List {
  readonly products: {
    readonly edges: readonly { readonly node: Card }[];
    readonly nodes: readonly Card[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

let said: MockInstance[];
beforeEach(() => {
  said = (["warn", "error"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  );
});
afterEach(() => vi.restoreAllMocks());
const complaints = () => said.flatMap(({ mock }) => mock.calls.map((words) => words.join(" ")));

const idsOf = ({ data }: OperationResult<List>): readonly string[] =>
  (data?.products.nodes ?? data?.products.edges.map(({ node }) => node) ?? []).map(({ id }) => id);

/** Walks through three pages: graphcache joins what was asked with the same words but for the page. */
const threePages = async (
  { client }: ReturnType<typeof openShop>,
  query = storefront("ProductList"),
): Promise<readonly string[]> => {
  let page = await client.query<List>(query, { first: 5 });
  for (const _page of [2, 3])
    page = await client.query<List>(query, {
      first: 5,
      after: page.data?.products.pageInfo.endCursor,
    });
  return idsOf(await client.query<List>(query, { first: 5 }, { requestPolicy: "cache-only" }));
};
const atOnce = async (first: number): Promise<readonly string[]> =>
  idsOf(await openShop().client.query<List>(storefront("ProductList"), { first }));

const NODES_ONLY = parse(
  "query Nodes($first: Int, $after: String) { products(first: $first, after: $after) { nodes { id title } pageInfo { hasNextPage endCursor } } }",
);

describe("urql with graphcache, which knows the schema by the package", () => {
  test("answers every page of the storefront without a word about keys, types or fields", async () => {
    const { client } = openShop();
    const { data } = await client.query<List>(storefront("ProductList"), { first: 5 });
    const [{ id, slug } = { id: "", slug: "" }] =
      data?.products.edges.map(({ node }) => node) ?? [];

    const home = await client.query<{ collections: { nodes: { slug: string }[] } }>(
      storefront("Home"),
      {},
    );
    const answers = [
      home,
      await client.query(storefront("ProductBySlug"), { slug }),
      await client.query(storefront("CollectionBySlug"), {
        slug: home.data?.collections.nodes[0]?.slug,
      }),
      await client.query(storefront("Again"), { id }),
      await client.query(storefront("AllAgain"), { ids: [id] }),
      await client.query(storefront("Search"), { query: "mug" }),
      await client.query(storefront("ErrorCodes"), {}),
    ];

    expect(answers.map(({ error }) => error?.message)).toEqual(answers.map(() => undefined));
    expect(answers.every(({ data: answered }) => answered)).toBe(true);
    expect(complaints()).toEqual([]);
  });

  test("keeps a product that two queries tell of as one", async () => {
    const { client, requests } = openShop();
    const list = await client.query<List>(storefront("ProductList"), { first: 5 });
    await client.query(storefront("ProductBySlug"), {
      slug: list.data?.products.edges[0]?.node.slug,
    });

    const found = await client.query<{ node: Card & { descriptionHtml: string } }>(
      parse(
        "query Both($id: ID!) { node(id: $id) { __typename id ... on Product { title descriptionHtml } } }",
      ),
      { id: idsOf(list)[0] },
    );

    expect([found.data?.node.title, typeof found.data?.node.descriptionHtml, requests()]).toEqual([
      list.data?.products.edges[0]?.node.title,
      "string",
      2,
    ]);
  });

  test("makes one list of three pages, whether it asks for edges or for nodes", async () => {
    const whole = await atOnce(15);

    expect(whole).toHaveLength(15);
    expect(await threePages(openShop())).toEqual(whole);
    expect(await threePages(openShop(), NODES_ONLY)).toEqual(whole);
    expect(complaints()).toEqual([]);
  });

  test("finds again by its id what it holds, without a request", async () => {
    const { client, requests } = openShop();
    const ids = idsOf(await client.query<List>(storefront("ProductList"), { first: 5 }));

    const one = await client.query<{ node: Card }>(storefront("Again"), { id: ids[1] });
    const all = await client.query<{ nodes: Card[] }>(storefront("AllAgain"), { ids });
    const by = await client.query<{ product: Card }>(
      parse("query By($id: ID!) { product(by: { id: $id }) { id title } }"),
      { id: ids[3] },
    );

    expect([
      one.data?.node.id,
      all.data?.nodes.map(({ id }) => id),
      by.data?.product.id,
      requests(),
    ]).toEqual([ids[1], ids, ids[3], 1]);
  });

  test("takes the server's word that there is nothing", async () => {
    const { client, requests } = openShop();
    const nothing = { id: "product_01kadq0h8efr4tmr9bk39h1y0c" };

    await client.query(storefront("Again"), nothing);
    const again = await client.query<{ node: null }>(storefront("Again"), nothing);

    expect([again.data?.node, again.stale, requests()]).toEqual([null, false, 1]);
  });

  test("shows at once what it holds of a product, and null where the schema allows it, while it asks for the rest", async () => {
    const { client } = openShop();
    const list = await client.query<List>(storefront("ProductList"), { first: 5 });
    const seen: {
      stale: boolean;
      title?: string | undefined;
      publishedAt?: string | null | undefined;
    }[] = [];

    await new Promise<void>((done) => {
      client
        .query<{ node: Card & { publishedAt: string | null } }>(
          parse(
            "query Rest($id: ID!) { node(id: $id) { __typename id ... on Product { title publishedAt } } }",
          ),
          { id: idsOf(list)[0] },
        )
        .subscribe(({ data, stale }) => {
          seen.push({ stale, title: data?.node.title, publishedAt: data?.node.publishedAt });
          if (!stale) done();
        });
    });

    const title = list.data?.products.edges[0]?.node.title;
    expect(seen).toEqual([
      { stale: true, title, publishedAt: null },
      { stale: false, title, publishedAt: expect.any(String) },
    ]);
  });

  test("reads of a refusal what its own type tells", async () => {
    const client = new Client({
      url: `${url}/admin/graphql`,
      exchanges: [cacheExchange(adminCacheOptions), fetchExchange],
      fetchOptions: { headers: { authorization: `Bearer ${adminKey}` } },
      preferGetMethod: false,
    });

    const { data } = await client.mutation(backOffice("ProductCreate"), {
      input: { product: { title: "Another mug", slug: "everyday-mug" } },
    });
    const staff = await client.query(backOffice("StaffProducts"), {});

    expect(data).toMatchObject({
      productCreate: {
        product: null,
        userErrors: [{ __typename: "TakenError", code: "SLUG_TAKEN", taken: "everyday-mug" }],
      },
    });
    expect(staff.error).toBeUndefined();
    expect(complaints()).toEqual([]);
  });
});

describe("urql notices", () => {
  const sdl = shipped("shop/schema.graphql");
  const shopOf = async (name: string, mistaken: string) =>
    openShop(await plantedUrql(name, mistaken));

  test("a value that it would look for an id in", async () => {
    const shop = await shopOf("urql-value", sdl.replace("type Money {", "type Money {\n  id: ID!"));

    await shop.client.query(storefront("ProductList"), { first: 2 });

    expect(complaints().join()).toContain("Invalid key: The GraphQL query at the field at");
  });

  test("an entity that lost its id", async () => {
    const { client, requests } = await shopOf(
      "urql-entity",
      withoutInterface(sdl, "Product", "Node"),
    );
    const list = await client.query<List>(storefront("ProductList"), { first: 2 });

    await client.query(storefront("Again"), { id: idsOf(list)[0] });

    expect(requests()).toBe(2);
  });

  test("a field that is gone", async () => {
    const shop = await shopOf("urql-field", withoutField(sdl, "Product.vendor"));

    await shop.client.query(storefront("ProductList"), { first: 2 });

    expect(complaints().join()).toContain(
      "Invalid field: The field `vendor` does not exist on `Product`",
    );
  });

  test("a connection without pageInfo", async () => {
    const shop = await shopOf("urql-connection", withoutField(sdl, "ProductConnection.pageInfo"));

    expect(await threePages(shop)).not.toEqual(await atOnce(15));
    expect(complaints().join()).toContain("`pageInfo` does not exist on `ProductConnection`");
  });

  test("a field that can be null, and is said not to be", async () => {
    const shop = await shopOf("urql-null", retyped(sdl, "Query.node", "Node!"));

    const { data } = await shop.client.query<{ node: null }>(storefront("Again"), {
      id: "product_01kadq0h8efr4tmr9bk39h1y0c",
    });

    expect(data).toBeNull();
  });
});
