// What the fields of the shop API cost: the processor time of one of them, as a multiple of a plain
// object of a list, beside the points that it is charged with. On SQLite, in one process:
//   npm run bench:fields -- [milliseconds of each measurement]
import { parse, Kind, type OperationDefinitionNode } from "graphql";
import { CONTEXTS } from "../src/application/contexts.js";
import { catalog } from "../src/application/catalog/catalog.js";
import { openDefaultMarket } from "../src/application/pricing/pricing.js";
import { openContexts } from "../src/application/shared/open-contexts.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../src/application/shared/viewer.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { buildShopSchema } from "../src/interface/graphql/build-shop-schema.js";
import { queryCost } from "../src/interface/graphql/limits/query-cost.js";
import { createGraphqlEndpoints } from "../src/interface/graphql/server/create-graphql-endpoints.js";
import { testFingerprints } from "../test/builders/test-fingerprints.js";
import { generateShop } from "./generate-shop.js";
import { openBenchStore } from "./open-bench-store.js";

const [milliseconds = "150"] = process.argv.slice(2);
const PRODUCTS = 2_000;
const ROUNDS = 5;
/** Of a description, which is what most shops write. */
const SENTENCES = 20;

const store = await openBenchStore();
const needs = { ...store, clock: systemClock, ids: new TypeIds(systemClock), currency: "EUR" };
await openDefaultMarket(needs, { currency: "EUR", locale: "en" });
const edits = catalog(needs);
const METAFIELDS = Array.from({ length: 5 }, (_, index) => ({
  namespace: "care",
  key: `note${index}`,
  type: "TEXT" as const,
}));
for (const definition of METAFIELDS)
  await edits.metafieldDefinitionCreate({ definition }, ADMIN_KEY_HOLDER);
await generateShop(
  store,
  {
    products: PRODUCTS,
    variantsPerProduct: 20,
    adapt: (record, n) => ({
      ...record,
      descriptionHtml: (record.descriptionHtml ?? "").repeat(SENTENCES / 2),
      images: Array.from({ length: 5 }, (_, index) => ({
        location: record.location,
        url: `/media/01g${String(10 * n + index).padStart(23, "0")}-1600x1200.webp`,
        alt: "A picture",
        position: index + 1,
      })),
      variants: record.variants.map((variant) => ({
        ...variant,
        imageUrl: `/media/01g${String(10 * n).padStart(23, "0")}-1600x1200.webp`,
      })),
      metafields: METAFIELDS.map((one) => ({ ...one, value: "Wash it by hand." })),
    }),
  },
  edits,
);
const markets = await store.readMarkets();
const { shop } = await createGraphqlEndpoints({
  app: openContexts(CONTEXTS, { ...needs, markets: { all: async () => markets } }),
  publicUrl: "https://shop.example.com",
  fingerprints: testFingerprints,
  introspection: true,
  limits: { queryCost: Infinity },
  hideSchemaHints: false,
  denied: () => undefined,
  report: (error) => console.error(error),
});
const schema = await buildShopSchema();

const answer = async (query: string): Promise<number> => {
  const contextValue = await shop.context({
    viewer: GUEST,
    requestId: "bench",
    market: undefined,
    locale: undefined,
  });
  const { body } = await shop.server.executeOperation({ query }, { contextValue });
  if (body.kind !== "single" || body.singleResult.errors)
    throw new Error(`${query}: ${JSON.stringify(body).slice(0, 500)}`);
  return JSON.stringify(body.singleResult.data).length;
};

/** The processor time of one answer in microseconds, the least of several rounds. */
const timeOf = async (query: string): Promise<number> => {
  for (let warm = 0; warm < 10; warm += 1) await answer(query);
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const end = performance.now() + Number(milliseconds) / ROUNDS;
    const before = process.cpuUsage();
    let times = 0;
    do {
      await answer(query);
      times += 1;
    } while (performance.now() < end);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / times);
  }
  return least;
};

const pointsOf = (query: string): number => {
  const document = parse(query);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION,
  );
  return operation ? queryCost(schema, document, operation, {}).points : 0;
};

const ofProducts = (fields: string, count = 100): string =>
  `{ products(first: ${count}) { nodes { id ${fields} } } }`;
const ofVariants = (fields: string): string =>
  ofProducts(`variants(first: 20) { nodes { id ${fields} } }`, 20);
const ofSearch = (fields: string): string =>
  `{ search(query: "cotton", first: 20) { nodes { id } ${fields} } }`;

/** Fields, and how many objects have each of them in one answer. */
const MEASURED: readonly (readonly [
  what: string,
  query: (fields: string) => string,
  objects: number,
])[] = [
  ...[
    "title slug vendor productType available onSale",
    "tags",
    "createdAt updatedAt publishedAt",
    "seo { title description }",
    "description",
    "descriptionHtml",
    "priceRange { min { amount } max { amount } }",
    "priceRange { min { amount formatted } max { amount formatted } }",
    "featuredImage { url }",
    "featuredImage { url(width: 640) }",
    "featuredImage { alt width height }",
    "featuredImage { srcSet }",
    "media(first: 1) { nodes { url alt } }",
    "media(first: 5) { nodes { url alt } }",
    "options { name values }",
    "collections(first: 1) { nodes { title } }",
    "collections(first: 10) { nodes { title } }",
    "metafields { namespace key value }",
    'metafield(namespace: "care", key: "note1") { value }',
    "variants(first: 1) { nodes { sku } }",
    "variants(first: 1) { nodes { price { amount } stock } }",
    "variants(first: 20) { nodes { sku } }",
    "variants(first: 1) { totalCount }",
    "variant(byOptions: []) { id }",
    "availableOptionValues(selectedOptions: []) { name values { value available } }",
    "selectedOrFirstAvailableVariant(selectedOptions: []) { id }",
  ].map((what) => [what, ofProducts, 100] as const),
  ...[
    "sku barcode available",
    "stock",
    "price { amount currency }",
    "price { amount currency formatted }",
    "compareAtPrice { amount }",
    "optionValues { name value }",
    "image { url(width: 640) alt }",
    "weight { value unit }",
    "product { title }",
    "product { descriptionHtml }",
  ].map((what) => [what, ofVariants, 400] as const),
  ...["totalCount", "facets { kind values { value count } }", "suggestions { query }"].map(
    (what) => [what, ofSearch, 1] as const,
  ),
];

const one = await timeOf(ofProducts("title slug", 1));
const hundred = await timeOf(ofProducts("title slug"));
const plain = (hundred - one) / 99;
console.log(`| field | of | µs | plain objects | points |\n|---|---|---|---|---|`);
console.log(`| \`id title slug\` | product | ${plain.toFixed(1)} | 1.0 | 1 |`);
const bases = new Map<typeof ofProducts, number>();
for (const [what, query, objects] of MEASURED) {
  const base = bases.get(query) ?? (await timeOf(query("")));
  bases.set(query, base);
  const time = ((await timeOf(query(what))) - base) / objects;
  const points = (pointsOf(query(what)) - pointsOf(query(""))) / objects;
  const of = query === ofProducts ? "product" : query === ofVariants ? "variant" : "search";
  console.log(
    `| \`${what}\` | ${of} | ${time.toFixed(1)} | ${(time / plain).toFixed(1)} | ${points.toFixed(1).replace(/\.0$/, "")} |`,
  );
}
const search = await timeOf(ofSearch("totalCount"));
console.log(
  `| \`search\` of 20 products | request | ${search.toFixed(0)} | ${(search / plain).toFixed(0)} | ${pointsOf(ofSearch("totalCount"))} |`,
);
console.log(
  `| \`products\` of one product | request | ${one.toFixed(0)} | ${(one / plain).toFixed(0)} | 1 |`,
);
await store.close();
