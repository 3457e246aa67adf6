import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { catalog } from "../../src/application/catalog/catalog.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import type { Store } from "../../src/infrastructure/data-source.js";
import { createGraphqlEndpoints, type GraphqlEndpoint } from "../../src/interface/graphql/server.js";
import { aVariant } from "../builders/product-content.js";
import { fillShelf } from "../builders/shelf.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { embeddedStore } from "./embedded-store.js";

const SIZES = ["S", "M", "L", "XL", "XXL"];

describe("the statements of a query", () => {
  let [store, shop]: [Store | undefined, GraphqlEndpoint | undefined] = [undefined, undefined];
  const statements: string[] = [];

  beforeAll(async () => {
    const opened = await embeddedStore();
    const query = opened.readSource.query.bind(opened.readSource);
    Object.assign(opened.readSource, {
      query: (...given: Parameters<typeof query>) => {
        statements.push(given[0]);
        return query(...given);
      },
    });
    const products = Array.from({ length: 60 }, (_, n) => ({
      number: n + 1,
      content: { options: [{ name: "Size", values: SIZES }], variants: SIZES.map((size, index) => aVariant((n + 1) * 10 + index, { optionValues: [size] })) },
      tags: SIZES.map((_size, index) => ({ price: `${index + 1}.00`, onHand: index })),
    }));
    await fillShelf(opened.unitOfWork, { products, collections: [1, 2, 3].map((number) => ({ number, products: [number, number + 1, number + 2] })) });
    const app = { catalog: catalog({ ...opened, clock: fixedClock(), ids: numberedIds(), currency: "EUR" }) };
    const endpoints = await createGraphqlEndpoints({ app, currency: "EUR", locale: "en", publicUrl: "http://127.0.0.1", introspection: false, hideSchemaHints: true, report: (error) => { throw error; } });
    [store, shop] = [opened, endpoints.shop];
  });
  afterAll(() => store?.close());
  beforeEach(() => {
    statements.length = 0;
  });

  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
    if (!shop) throw new Error("The shop is not open.");
    const contextValue = shop.context({ viewer: GUEST, requestId: "request-1", market: undefined, locale: undefined });
    const { body } = await shop.server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== "single" || body.singleResult.errors) throw new Error(JSON.stringify(body));
    return body.singleResult.data as Record<string, unknown>;
  };

  const LIST = `query ($first: Int) { products(first: $first) { nodes { title slug featuredImage { url } priceRange { min { amount } }
    variants(first: 100) { nodes { sku optionValues { name value } available stock price { amount } compareAtPrice { amount } } } } } }`;

  for (const first of [1, 20, 60])
    test(`${first} products with all variants, prices, stock and first image are three`, async () => {
      const { products } = (await ask(LIST, { first })) as { products: { nodes: { variants: { nodes: object[] } }[] } };

      expect(products.nodes.flatMap(({ variants }) => variants.nodes)).toHaveLength(first * SIZES.length);
      expect(statements).toHaveLength(3);
    });

  test("read no column that nobody asked for", async () => {
    await ask(`{ products(first: 5) { nodes { id available } } }`);
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toMatch(/title|description|price|image|JOIN|\*/);

    await ask(`{ products(first: 5) { nodes { title variants { nodes { stock } } } } }`);
    expect(statements.slice(1).map((sql) => [/descr/.test(sql), /price/.test(sql), /sku|barcode/.test(sql)])).toEqual(Array.from({ length: 3 }, () => [false, false, false]));
  });

  test("do not grow with the number of collections and products", async () => {
    await ask(`{ collections { nodes { title products(first: 2) { nodes { title collections(first: 1) { nodes { title } } media { nodes { url } } } } } } }`);

    expect(statements).toHaveLength(4);
  });
});
