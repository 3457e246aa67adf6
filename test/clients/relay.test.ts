import { possibleTypes, scalars } from "@plinth/client/shop";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type Variables,
} from "relay-runtime";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { retyped, withoutField, withoutInterface, withoutType } from "./mistakes.js";
import { compile, shipped, tool, workbench, type Outcome } from "./workbench.js";

const { url } = inject("plinth");
/** The configuration as the README of the package has it. */
const CONFIGURATION =
  /^```json\n(\{\n {2}"src"[\s\S]*?)^```$/m.exec(shipped("README.md"))?.[1] ?? "";

const project = (name: string, sdl = shipped("shop/schema.graphql")): string => {
  const folder = workbench(`relay-${name.replaceAll(" ", "-")}`, ["relay/pages"]);
  writeFileSync(join(folder, "schema.graphql"), sdl);
  writeFileSync(
    join(folder, "relay.config.json"),
    CONFIGURATION.replace("./src", "./relay/pages").replace(
      "./node_modules/@plinth/client/shop/schema.graphql",
      "./schema.graphql",
    ),
  );
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        module: "esnext",
        moduleResolution: "bundler",
        lib: ["es2023"],
        types: [],
        strict: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include: ["relay"],
    }),
  );
  return folder;
};
const relayCompiler = (folder: string): Promise<Outcome> =>
  tool("relay-compiler", ["relay.config.json"], folder);

let compiled: { readonly folder: string; readonly outcome: Outcome };
beforeAll(async () => {
  const folder = project("sound");
  compiled = { folder, outcome: await relayCompiler(folder) };
});

/** A query as relay-compiler has written it. */
const artifact = async (name: string): Promise<ConcreteRequest> =>
  (
    (await import(join(compiled.folder, "relay/pages/__generated__", `${name}.graphql.ts`))) as {
      readonly default: ConcreteRequest;
    }
  ).default;

const openShop = () => {
  const ask = async (
    request: { readonly text?: string | null | undefined },
    variables: Variables,
  ) => {
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: request.text, variables }),
    });
    return answer.json() as never;
  };
  const environment = new Environment({
    network: Network.create(ask),
    store: new Store(new RecordSource()),
  });
  const query = async (name: string, variables: Variables) =>
    fetchQuery(environment, await artifact(name), variables).toPromise();
  /** The ids in the list that Relay keeps under a key. */
  const list = (owner: string, key: string): readonly (string | undefined)[] => {
    const source = environment.getStore().getSource();
    const connection = source
      .getRecordIDs()
      .map((id) => source.get(id))
      .find((record) => String(record?.["__id"]).startsWith(`${owner}:__${key}`));
    const edges =
      (connection?.["edges"] as { readonly __refs: readonly string[] } | undefined)?.__refs ?? [];
    return edges.map(
      (edge) => (source.get(edge)?.["node"] as { readonly __ref: string } | undefined)?.__ref,
    );
  };
  const endOf = (owner: string, key: string): unknown => {
    const source = environment.getStore().getSource();
    const info = source
      .getRecordIDs()
      .find((id) => id.startsWith(`${owner}:__${key}`) && id.endsWith(":pageInfo"));
    return info && source.get(info)?.["endCursor"];
  };
  return { query, list, endOf, environment };
};

describe("Relay", () => {
  test("is set up as the README of the package says, with every scalar", () => {
    const { ID: _builtIn, ...custom } = scalars;

    expect(
      (JSON.parse(CONFIGURATION) as { readonly customScalarTypes: object }).customScalarTypes,
    ).toEqual(custom);
  });

  test("compiles refetchable lists of the shop and of a collection, and a refetchable product", async () => {
    expect(compiled.outcome).toMatchObject({
      code: 0,
      said: expect.stringContaining("Compilation completed"),
    });
    expect(await compile(compiled.folder)).toEqual({ code: 0, said: "" });
  });

  test("asks for a collection's next page by its id", async () => {
    const { params } = await artifact("CollectionPagePaginationQuery");

    expect(params.text).toContain("node(id: $id)");
    expect(possibleTypes.Node).toContain("Collection");
  });

  test("makes one list of three pages", async () => {
    const shop = openShop();

    await shop.query("ProductListQuery", { count: 5 });
    for (const _page of [2, 3])
      await shop.query("ProductListPaginationQuery", {
        count: 5,
        cursor: shop.endOf("client:root", "ProductList_products_connection"),
      });

    const whole = openShop();
    await whole.query("ProductListQuery", { count: 15 });
    const ids = shop.list("client:root", "ProductList_products_connection");
    expect(ids).toHaveLength(15);
    expect(ids).toEqual(whole.list("client:root", "ProductList_products_connection"));
  });

  test("goes on in a collection that it finds again as a node", async () => {
    const shop = openShop();
    const answer = await fetch(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query:
          "{ collections(first: 1) { nodes { id slug products(first: 4) { nodes { id } } } } }",
      }),
    });
    const { data } = (await answer.json()) as {
      data: {
        collections: {
          nodes: { id: string; slug: string; products: { nodes: { id: string }[] } }[];
        };
      };
    };
    const [{ id, slug, products } = { id: "", slug: "", products: { nodes: [] } }] =
      data.collections.nodes;
    const list = () => shop.list(`client:${id}`, "CollectionPage_products_connection");

    await shop.query("CollectionPageQuery", { slug });
    const first = list();
    await shop.query("CollectionPagePaginationQuery", {
      id,
      count: 2,
      cursor: shop.endOf(`client:${id}`, "CollectionPage_products_connection"),
    });

    expect(first).toHaveLength(2);
    expect(list()).toEqual(products.nodes.map((product) => product.id));
  });
});

describe("Relay notices", () => {
  const sdl = shipped("shop/schema.graphql");
  const mistakes = {
    "a connection without pageInfo": [withoutField(sdl, "ProductConnection.pageInfo"), /pageInfo/],
    "an edge without a cursor": [withoutField(sdl, "ProductEdge.cursor"), /cursor/],
    "an entity that lost its id": [withoutInterface(sdl, "Collection", "Node"), /@refetchable/],
    "a page of something that is no list": [
      retyped(sdl, "ProductConnection.edges", "ProductEdge"),
      /edges/,
    ],
    "a field that is gone": [withoutField(sdl, "Product.slug"), /slug/],
    "a scalar that nobody declares": [withoutType(sdl, "Decimal"), /Decimal/],
  } as const;

  test.each(Object.entries(mistakes))("%s", async (name, [mistaken, complaint]) => {
    const { code, said } = await relayCompiler(project(name, mistaken));

    expect(code).not.toBe(0);
    expect(said).toMatch(complaint);
  });
});
