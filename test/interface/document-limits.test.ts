import { getIntrospectionQuery } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { cpuTime } from "../cpu-time.js";
import { type Answer, api, codes, send } from "./ask.js";
import { openWorld, type World } from "./world.js";

const { ask, world } = api("document-limits");

/** Documents that no executor ever sees, so they are in no corpus. */
const hostile = async (
  query: string,
  at: World = world(),
  variables: Readonly<Record<string, unknown>> = {},
): Promise<{
  readonly limit: unknown;
  readonly code: unknown;
  readonly count: number;
  readonly status: number | undefined;
  readonly ms: number;
}> => {
  const started = cpuTime();
  const { errors, data, status }: Answer = await send(at, {
    api: "shop",
    viewer: "guest",
    query,
    variables,
  });
  const ms = cpuTime() - started;
  expect(data).toBeUndefined();
  return {
    limit: errors[0]?.extensions?.["limit"],
    code: errors[0]?.extensions?.["code"],
    count: errors.length,
    status,
    ms,
  };
};

/** What an answer says that its request cost. */
const costOf = async (query: string): Promise<unknown> => {
  const { extensions } = await send(world(), { api: "shop", viewer: "guest", query });
  return (extensions?.["cost"] as { readonly requested: number } | undefined)?.requested;
};

const times = (n: number, part: (n: number) => string): string =>
  Array.from({ length: n }, (_, i) => part(i)).join(" ");
const refusedFor = (limit: string) => ({
  limit,
  code: "QUERY_LIMIT_EXCEEDED",
  count: 1,
  status: 400,
});

/** collection → products → nodes → collections → nodes → … */
const deep = (levels: number): string => {
  const steps = ["products(first: 1)", "nodes", "collections(first: 1)", "nodes"];
  const path = Array.from({ length: levels - 2 }, (_, i) => steps[i % 4] ?? "");
  return `{ collection(by: { slug: "x" }) { ${path.map((step) => `${step} {`).join(" ")} __typename ${"}".repeat(path.length)} } }`;
};

describe("the limits of documents", () => {
  beforeAll(async () => {
    await send(world(), { api: "shop", viewer: "guest", query: "{ shop { locale } }" });
  });

  test("allow a document at the limit", async () => {
    for (const query of [
      deep(12),
      `{ ${times(20, (n) => `p${n}: shop { currency }`)} }`,
      `{ shop { ${times(30, (n) => `a${n}: locale`)} } }`,
      `{ shop { ${times(20, () => "locale @include(if: true)")} } }`,
    ])
      expect((await ask(query)).errors).toEqual([]);
  });

  test("refuse a document one step over a limit, and name the limit", async () => {
    const cases: readonly (readonly [string, string])[] = [
      ["DEPTH", deep(13)],
      ["ROOT_FIELDS", `{ ${times(21, () => "shop { currency }")} }`],
      ["ALIASES", `{ shop { ${times(31, (n) => `a${n}: locale`)} } }`],
      ["DIRECTIVES", `{ shop { ${times(21, () => "locale @include(if: true)")} } }`],
      ["DIRECTIVES_IN_ONE_PLACE", `{ shop ${times(6, () => "@include(if: true)")} { locale } }`],
      ["FIELDS", `{ shop { ${times(1_000, () => "locale")} } }`],
      ["ROOT_MUTATIONS", `mutation { ${times(6, (n) => `m${n}`)} }`],
      ["TOKENS", `{ shop { ${times(2_000, () => "locale")} } }`],
    ];
    for (const [limit, query] of cases)
      expect(await hostile(query)).toMatchObject(refusedFor(limit));
  });

  test("count fragments wherever they are used", async () => {
    const bomb = `{ ...F0 } ${times(12, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F12 on Query { shop { locale } }`;
    const aliases = `{ a: shop { ...S } b: shop { ...S } c: shop { ...S } } fragment S on Shop { ${times(10, (n) => `a${n}: locale`)} }`;
    const nested = (n: number) =>
      `fragment C${n === 0 ? "" : n} on Collection { products { nodes { collections { nodes { ${n < 3 ? `...C${n + 1}` : "id"} } } } } }`;
    const depth = `{ collection(by: { slug: "x" }) { ...C } } ${times(4, nested)}`;
    const directives = `{ ${times(3, (n) => `...F${n}`)} } ${times(3, (n) => `fragment F${n} on Query { ...G }`)} fragment G on Query { shop { ${times(7, () => "locale @skip(if: false)")} } }`;

    expect(await hostile(bomb)).toMatchObject(refusedFor("ROOT_FIELDS"));
    expect(await hostile(aliases)).toMatchObject(refusedFor("ALIASES"));
    expect(await hostile(depth)).toMatchObject(refusedFor("DEPTH"));
    expect(await hostile(directives)).toMatchObject(refusedFor("DIRECTIVES"));
  });

  test("refuse hostile documents in a short time", async () => {
    const documents = {
      aliases: `{ ${times(30_000, (n) => `a${n}: shop { locale }`)} }`,
      depth: `{ ${"collections { nodes { products { nodes { ".repeat(750)} id ${"} } } } ".repeat(750)} }`,
      "almost two thousand tokens deep": `${"{ shop ".repeat(660)} ${"}".repeat(660)}`,
      directives: `{ shop ${times(10_000, () => "@include(if: true)")} { locale } }`,
      "the same field again and again": `{ product(by: { slug: "x" }) { ${times(900, () => "variants { nodes { id } }")} } }`,
      "fragments that double": `{ ...F0 } ${times(100, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F100 on Query { shop { locale } }`,
      "a fragment in itself": `{ shop { ...A } } fragment A on Shop { locale ...A }`,
      "fragments in a circle": `{ shop { ...A } } fragment A on Shop { ...B ...B } fragment B on Shop { ...C ...C } fragment C on Shop { ...A ...A locale }`,
      "a string without an end": `{ product(by: { slug: "${"x".repeat(200_000)}`,
    };
    for (const [name, document] of Object.entries(documents)) {
      const { code, ms, status } = await hostile(document);
      expect([name, status, typeof code]).toEqual([name, 400, "string"]);
      expect([name, ms < 2_000]).toEqual([name, true]);
    }
    expect(world().calls).toEqual([]);
  });

  test("allow no document that takes a long time", async () => {
    const nested = (n: number): string =>
      n === 0 ? "id" : `variants { nodes { product { ${nested(n - 1)} } } }`;
    const many = (count: number, fields: string) =>
      `{ product(by: { slug: "x" }) { ${times(count, (n) => `...F${n}`)} } } ${times(count, (n) => `fragment F${n} on Product { ${fields} }`)}`;
    const allowed = [
      `{ product(by: { slug: "x" }) { ${times(55, () => "variants { nodes { id } }")} } }`,
      `{ product(by: { slug: "x" }) { ${times(35, () => nested(2))} } }`,
      many(40, "id slug title vendor"),
    ];
    const refused = [
      `{ product(by: { slug: "x" }) { ${times(270, () => "variants { nodes { id } }")} } }`,
      `{ product(by: { slug: "x" }) { ${times(980, () => "id")} } }`,
      many(60, "id slug title vendor tags category"),
      many(120, "id"),
    ];
    const started = cpuTime();
    for (const query of allowed)
      expect((await send(world(), { api: "shop", viewer: "guest", query })).errors).toEqual([]);
    for (const query of refused)
      expect(await hostile(query)).toMatchObject(refusedFor("REPEATED_FIELDS"));
    expect(cpuTime() - started).toBeLessThan(2_000);
  });

  test("refuse variables full of mistakes in a short time, and report no bug", async () => {
    const mistakes = { tags: Array(40_000).fill(1), vendors: Array(20_000).fill(true) };
    const started = cpuTime();

    const { errors, status } = await send(world(), {
      api: "shop",
      viewer: "guest",
      query: "query ($filter: ProductFilter) { products(filter: $filter) { totalCount } }",
      variables: { filter: mistakes },
    });

    expect(cpuTime() - started).toBeLessThan(1_000);
    expect([status, new Set(errors.map(({ extensions }) => extensions?.["code"]))]).toEqual([
      400,
      new Set(["BAD_USER_INPUT"]),
    ]);
    expect(errors.length).toBeLessThan(60);
    expect(world().reported).toEqual([]);
  });

  test("allow deeper selections below __schema while introspection is on", async () => {
    const { errors, data } = await ask(
      getIntrospectionQuery({
        inputValueDeprecation: true,
        oneOf: true,
        specifiedByUrl: true,
        schemaDescription: true,
      }),
    );

    expect(errors).toEqual([]);
    expect(Object.keys(data ?? {})).toEqual(["__schema"]);
  });

  test("refuse recursive introspection", async () => {
    expect(
      await hostile(
        `{ __schema { types { ${"fields { type { ".repeat(6)} name ${"} } ".repeat(6)} } } }`,
      ),
    ).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED", status: 400 });
  });

  test("refuse introspection where it is off", async () => {
    const silent = await openWorld({ introspection: false });

    expect(await hostile(`{ __schema { queryType { name } } }`, silent)).toMatchObject({
      code: "GRAPHQL_VALIDATION_FAILED",
      status: 400,
    });
    expect(
      (
        await send(silent, {
          api: "shop",
          viewer: "guest",
          query: "{ __typename shop { __typename } }",
        })
      ).data,
    ).toEqual({ __typename: "Query", shop: { __typename: "Shop" } });
    expect(
      JSON.stringify(
        (
          await send(silent, {
            api: "shop",
            viewer: "guest",
            query: "{ __schema { queryType { name } } }",
          })
        ).errors,
      ),
    ).toMatch(/PLINTH_INTROSPECTION/);
  });

  test("multiply pages inside pages, and refuse what costs too much before anything is read", async () => {
    const list = (first: string, variants: string) =>
      `query${variants.startsWith("$") ? " ($n: Int = 100)" : ""} { products(first: ${first}) { nodes { variants(first: ${variants}) { nodes { sku } } } } }`;
    expect((await ask(list("100", "100"))).errors).toEqual([]);
    expect((await ask(list("100", "$n"), { n: 100 })).errors).toEqual([]);
    expect(
      (
        await ask(
          `{ products(first: 100) { nodes { ${times(9, (n) => `...F${n}`)} } } } ${times(9, (n) => `fragment F${n} on Product { variants(first: 100) { nodes { sku } } }`)}`,
        )
      ).errors,
    ).toEqual([]);

    const below =
      "variants(first: 100) { nodes { product { variants(first: 100) { edges { node { sku } } } } } }";
    for (const query of [
      `{ products(first: 100) { nodes { ${below} } } }`,
      `query ($n: Int = 100) { products(first: $n) { nodes { ${below.replaceAll("100", "$n")} } } }`,
      `{ products { nodes { ...P } } } fragment P on Product { collections { nodes { products { nodes { collections { nodes { id } } } } } } }`,
      `{ nodes(ids: [${times(100, (n) => `"product_01h${String(n).padStart(23, "0")}"`)}]) { ... on Product { ${below} } } }`,
    ]) {
      world().calls.length = 0;
      expect(await hostile(query)).toMatchObject(refusedFor("COST"));
      expect(world().calls).toEqual([]);
    }
    expect(
      (
        await ask(
          `{ products(first: 100) { nodes { ${below.replace("100", "100) @skip(if: true")} } } }`,
        )
      ).errors,
    ).toEqual([]);
  });

  test("are counted anew for each request where sizes or conditions depend on variables", async () => {
    const below =
      "variants(first: $n) { nodes { product { variants(first: 100) { edges { node { sku } } } } } }";
    const long = `query Long($n: Int) { products(first: 100) { nodes { ${below} } } }`;
    const included = `query Included($with: Boolean!, $n: Int = 100) { products(first: 100) { nodes { ${below.replace(")", ") @include(if: $with)")} } } }`;

    expect((await ask(long, { n: 1 })).errors).toEqual([]);
    expect((await ask(included, { with: false })).errors).toEqual([]);
    for (const [query, variables] of [
      [long, { n: 100 }],
      [included, { with: true }],
    ] as const)
      expect(await hostile(query, world(), variables)).toMatchObject(refusedFor("COST"));
  });

  test("count an object that is reached through a list each time, with its heavy fields", async () => {
    const through = (fields: string, variants = 50) =>
      `{ products(first: 100) { nodes { variants(first: ${variants}) { nodes { product { ${fields} } } } } } }`;

    expect((await ask(through("title slug vendor"))).errors).toEqual([]);
    expect(await hostile(through("descriptionHtml"))).toMatchObject(refusedFor("COST"));
    expect((await ask(through("title", 100))).errors).toEqual([]);
    expect(await hostile(through("title description"))).toMatchObject(refusedFor("COST"));
  });

  test("count the variants of option values, and each use of facets", async () => {
    const choosing = (fields: string) =>
      `{ ${["a", "b"].map((alias) => `${alias}: products(first: 100) { nodes { availableOptionValues(selectedOptions: []) { values { ${fields} } } } }`).join(" ")} }`;
    const searches = (count: number) =>
      `{ ${times(count, (n) => `s${n}: search(first: 100) { nodes { description } facets { kind values { value count } } }`)} }`;

    expect(await costOf(choosing("variant { sku }"))).toBe(
      Number(await costOf(choosing("value available"))) + 2 * 100 * 2 * 10,
    );
    expect(await costOf(searches(3))).toBe(2 + 3 * Number(await costOf(searches(1))));
  });

  test("count a field again under each further alias", async () => {
    const prices = (count: number) =>
      `{ products(first: 10) { nodes { variants(first: 10) { nodes { ${times(count, (n) => `p${n}: price { amount }`)} } } } } }`;

    expect(await costOf(prices(1))).toBe(150);
    expect(await costOf(prices(9))).toBe(150 + 8 * 100);
  });

  test("bound the aliases of one field of the items of a list, not those of other fields", async () => {
    const images = (count: number) =>
      `{ products(first: 2) { nodes { ${times(count, (n) => `i${n}: featuredImage { url(width: ${n + 1}) }`)} } } }`;

    expect((await ask(images(10))).errors).toEqual([]);
    expect(await hostile(images(11))).toMatchObject({
      ...refusedFor("ALIASES_OF_FIELD"),
    });
    expect(
      (
        await ask(
          `{ product(by: { slug: "x" }) { ${times(30, (n) => `m${n}: metafield(namespace: "a", key: "k${n}") { value }`)} } }`,
        )
      ).errors,
    ).toEqual([]);
  });

  test("count the results of a bulk mutation by the length of its input", async () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        id: `product_01h${String(n).padStart(23, "0")}`,
        changes: { vendor: "Kiln" },
      }));
    const change = (count: number) =>
      send(world(), {
        api: "admin",
        viewer: "admin-key",
        query: `mutation ($input: ProductsUpdateInput!) { productsUpdate(input: $input) { results { product { variants(first: 100) { nodes { image { url } } } } } } }`,
        variables: { input: { items: items(count), dryRun: true } },
      });

    expect(codes(await change(100))).toEqual([]);
    expect(codes(await change(200))).toEqual(["QUERY_LIMIT_EXCEEDED"]);
  });
});
