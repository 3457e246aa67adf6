import { beforeEach, describe, expect, test } from "vitest";
import { openSwissMarket } from "../../builders/open-test-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { inMemorySubject } from "../../contracts/idempotency/in-memory-subject.js";
import { send } from "../ask.js";
import type { Operation } from "../corpus.js";
import { openWorld, type World } from "../world.js";

describe("a cached value", () => {
  let world: World;
  /** Often enough that the query is compiled. */
  const TIMES = 3;

  beforeEach(async () => {
    const { needs } = await inMemorySubject();
    world = await openWorld({}, needs);
    await openSwissMarket(needs);
  });

  const ask = async (
    query: string,
    more: Partial<Operation> = {},
  ): Promise<Record<string, unknown>> => {
    const { data, errors } = await send(world, { api: "shop", viewer: "guest", query, ...more });
    if (!data) throw new Error(JSON.stringify(errors));
    return data;
  };
  const change = (query: string) => ask(query, { api: "admin", viewer: "admin-key" });

  test("is no amount in the currency of another market", async () => {
    const query = `{ product(by: { slug: "mug-1" }) { priceRange { min { formatted(locale: "de") } } } }`;
    const price = async (market?: string) =>
      (await ask(query, market === undefined ? {} : { market }))["product"];

    expect(await price()).toEqual({ priceRange: { min: { formatted: "30,00\u00A0€" } } });
    expect(await price("ch")).toEqual({ priceRange: { min: { formatted: "CHF\u00A019.50" } } });
    expect(await price()).toEqual({ priceRange: { min: { formatted: "30,00\u00A0€" } } });
  });

  test("is no amount as the country of another market writes it", async () => {
    for (const country of ["AT", "DE"])
      await change(
        `mutation { marketCreate(input: { market: { key: "${country.toLowerCase()}", name: "${country}", countries: ["${country}", "${country === "AT" ? "LI" : "LU"}"], locales: ["de"] } }) { userErrors { message } } }`,
      );
    const price = async (market: string, argument = "") =>
      (
        await ask(
          `{ product(by: { slug: "mug-1" }) { priceRange { min { formatted${argument} } } } }`,
          { market },
        )
      )["product"];

    expect(await price("at")).toEqual({ priceRange: { min: { formatted: "€\u00A030,00" } } });
    expect(await price("de")).toEqual({ priceRange: { min: { formatted: "30,00\u00A0€" } } });
    expect(await price("at", '(locale: "de")')).toEqual(await price("at"));
    expect(await price("at", '(locale: "de-DE")')).toEqual(await price("de"));
  });

  test("is no amount in the language of another request", async () => {
    const price = async (locale: string) =>
      (
        await ask(
          `{ product(by: { slug: "mug-1" }) { priceRange { min { formatted(locale: "${locale}") } } } }`,
        )
      )["product"];

    expect(await price("de")).toEqual({ priceRange: { min: { formatted: "30,00\u00A0€" } } });
    expect(await price("en")).toEqual({ priceRange: { min: { formatted: "€30.00" } } });
  });

  test("is not used after a change in the same request", async () => {
    const retitle = (alias: string, title: string) =>
      `${alias}: productUpdate(input: { id: "${productId(1)}", changes: { title: "${title}" } }) { product { title version } }`;

    expect(await change(`mutation { ${retitle("a", "Cup")} ${retitle("b", "Beaker")} }`)).toEqual({
      a: { product: { title: "Cup", version: 2 } },
      b: { product: { title: "Beaker", version: 3 } },
    });
  });

  test("of prices, stock or history is not used after a change in the same document", async () => {
    const priced = (alias: string, price: string) =>
      `${alias}: productVariantsUpdate(input: { id: "${productId(1)}", variants: [{ id: "${variantId(10)}", changes: { price: "${price}", onHand: ${price.length} } }] }) {
        product { priceRange { min { amount } } variants { nodes { price { amount } onHand } } history { totalCount } }
        userErrors { message } }`;
    const answer = await change(`mutation { ${priced("a", "7.00")} ${priced("b", "11.00")} }`);

    expect(answer).toEqual({
      a: {
        product: {
          priceRange: { min: { amount: "7.00" } },
          variants: { nodes: [{ price: { amount: "7.00" }, onHand: 4 }] },
          history: { totalCount: 2 },
        },
        userErrors: [],
      },
      b: {
        product: {
          priceRange: { min: { amount: "11.00" } },
          variants: { nodes: [{ price: { amount: "11.00" }, onHand: 5 }] },
          history: { totalCount: 3 },
        },
        userErrors: [],
      },
    });
  });

  test("is not shared by the operations of a document", async () => {
    const query = `query Mug { product(by: { slug: "mug-1" }) { slug } } query Bowl { product(by: { slug: "mug-2" }) { slug } }`;
    for (let time = 0; time < TIMES; time += 1)
      for (const [operationName, slug] of [
        ["Mug", "mug-1"],
        ["Bowl", "mug-2"],
      ] as const)
        expect(await ask(query, { operationName })).toEqual({ product: { slug } });
  });

  test("is not shared by requests with other variables", async () => {
    const query = `query ($slug: String!, $first: Int) { product(by: { slug: $slug }) { slug variants(first: $first) { nodes { id } } } }`;
    const counts = async (slug: string, first: number) =>
      (await ask(query, { variables: { slug, first } }))["product"];
    for (let time = 0; time < TIMES; time += 1) {
      expect(await counts("mug-6", 1)).toEqual({
        slug: "mug-6",
        variants: { nodes: [{ id: variantId(63) }] },
      });
      expect(await counts("mug-6", 2)).toEqual({
        slug: "mug-6",
        variants: { nodes: [{ id: variantId(63) }, { id: variantId(61) }] },
      });
      expect(await counts("mug-1", 2)).toMatchObject({ slug: "mug-1" });
    }
  });

  test("is not shared by fields with other arguments or other selections", async () => {
    const page = `nodes { sku } pageInfo { hasNextPage }`;
    const answer = await ask(`{
      a: product(by: { slug: "mug-6" }) { title }
      b: product(by: { slug: "mug-6" }) { slug variants(first: 1) { ${page} } }
      c: product(by: { slug: "mug-6" }) { variants(first: 2) { ${page} } last: variants(last: 1) { ${page} } }
    }`);

    expect(answer).toEqual({
      a: { title: "mug" },
      b: {
        slug: "mug-6",
        variants: { nodes: [{ sku: "SKU-63" }], pageInfo: { hasNextPage: true } },
      },
      c: {
        variants: {
          nodes: [{ sku: "SKU-63" }, { sku: "SKU-61" }],
          pageInfo: { hasNextPage: true },
        },
        last: { nodes: [{ sku: "SKU-62" }], pageInfo: { hasNextPage: false } },
      },
    });
  });
});
