// The cost of a product page with a choice of options for a product with 2,000 variants: with the
// fields made for it, and by reading all variants page by page.
//   npx tsc -p bench/tsconfig.json && node .cache/bench/bench/choose.js [variants] [mysql://…, an empty database]
import { CONTEXTS } from "../src/application/contexts.js";
import { openContexts } from "../src/application/shared/open-contexts.js";
import { testFingerprints } from "../test/builders/test-fingerprints.js";
import { catalog } from "../src/application/catalog/catalog.js";
import { inventory } from "../src/application/inventory/inventory.js";
import { openDefaultMarket } from "../src/application/pricing/pricing.js";
import { ADMIN_KEY_HOLDER, GUEST } from "../src/application/shared/viewer.js";
import { id } from "../src/domain/shared/id.js";
import type { ProductId } from "../src/domain/catalog/ids.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { createGraphqlEndpoints } from "../src/interface/graphql/server/create-graphql-endpoints.js";
import { generateShop } from "./generate-shop.js";
import { openBenchStore } from "./open-bench-store.js";

const RUNS = 60;
const [variants = "2000", url] = process.argv.slice(2);

const store = await openBenchStore(url);
const needs = { ...store, clock: systemClock, ids: new TypeIds(systemClock), currency: "EUR" };
const shop = catalog(needs);
await openDefaultMarket(needs, { currency: "EUR", locale: "en" });
const markets = await store.readMarkets();
const { productIds } = await generateShop(
  store,
  { products: 1, variantsPerProduct: Number(variants), collections: 1 },
  shop,
);
const { shop: endpoint } = await createGraphqlEndpoints({
  app: openContexts(CONTEXTS, { ...needs, markets: { all: async () => markets } }),
  publicUrl: "http://shop.example",
  fingerprints: testFingerprints,
  introspection: true,
  hideSchemaHints: false,
  denied: () => undefined,
  report: (error) => console.error(error),
});

let statements = 0;
const query = store.readSource.query.bind(store.readSource);
store.readSource.query = (sql, values) => {
  statements += 1;
  return query(sql, values);
};

const ask = async (
  document: string,
  variables: Record<string, unknown>,
): Promise<{ readonly data: Record<string, never>; readonly bytes: number }> => {
  const contextValue = await endpoint.context({
    viewer: GUEST,
    requestId: "bench",
    market: undefined,
    locale: undefined,
  });
  const { body } = await endpoint.server.executeOperation(
    { query: document, variables },
    { contextValue },
  );
  if (body.kind !== "single" || body.singleResult.errors) throw new Error(JSON.stringify(body));
  const text = JSON.stringify(body.singleResult.data);
  return { data: JSON.parse(text) as Record<string, never>, bytes: text.length };
};

const CHOICES = `query Choices($id: ID!, $options: [ChosenOption!]!) { product(by: { id: $id }) { title descriptionHtml media(first: 10) { nodes { url alt } }
  variant(byOptions: $options) { id sku price { amount } available }
  selectedOrFirstAvailableVariant(selectedOptions: $options) { id sku optionValues { name value } price { amount } stock }
  availableOptionValues(selectedOptions: $options) { name values { value exists available selected variant { id price { amount } } } } } }`;

const PAGES = `query Pages($id: ID!, $after: String) { product(by: { id: $id }) { title descriptionHtml options { name values } media(first: 10) { nodes { url alt } }
  variants(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id sku optionValues { name value } price { amount } available stock } } } }`;

const options = [
  { name: "Colour", value: "Red" },
  { name: "Size", value: "M" },
  { name: "Cut", value: "Cut 2" },
];

const byChoices = async (): Promise<number> =>
  (await ask(CHOICES, { id: productIds[0], options })).bytes;

const byPages = async (): Promise<number> => {
  let [bytes, after] = [0, null as string | null];
  for (;;) {
    const page = await ask(PAGES, { id: productIds[0], after });
    bytes += page.bytes;
    const { hasNextPage, endCursor } = (
      page.data as unknown as {
        product: { variants: { pageInfo: { hasNextPage: boolean; endCursor: string } } };
      }
    ).product.variants.pageInfo;
    if (!hasNextPage) return bytes;
    after = endCursor;
  }
};

const measured = async (what: string, run: () => Promise<number>, runs: number): Promise<void> => {
  for (let warm = 0; warm < 5; warm++) await run();
  statements = 0;
  const bytes = await run();
  const counted = statements;
  const [times, heap]: [number[], number] = [[], process.memoryUsage().heapUsed];
  for (let n = 0; n < runs; n++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(
    `${what}: median ${(times[Math.floor(runs / 2)] ?? 0).toFixed(1)} ms, worst ${(times.at(-1) ?? 0).toFixed(1)} ms, ${counted} statements, ${Math.round(bytes / 1_000)} kB answered, heap ${Math.round((process.memoryUsage().heapUsed - heap) / 1_048_576)} MB more`,
  );
};

await measured("page with choices", byChoices, RUNS);
await measured("all variants page by page", byPages, 10);

const timed = async (
  what: string,
  edit: () => Promise<{ readonly refusals: readonly object[] }>,
): Promise<void> => {
  const start = performance.now();
  const { refusals } = await edit();
  const [row] = await query(
    "SELECT LENGTH(changes) AS size FROM catalog_product_revision ORDER BY id DESC LIMIT 1",
  );
  console.log(
    `${what}: ${(performance.now() - start).toFixed(0)} ms, history ${Math.round(Number(row?.["size"]) / 1_000)} kB${refusals.length > 0 ? `, refused: ${JSON.stringify(refusals[0])}` : ""}`,
  );
};
const productId = id<ProductId>(productIds[0] ?? "");
const [first] =
  (
    await store.catalogReads.productsById(
      [productId],
      { sees: "everything" },
      new Set(["optionAvailability"]),
    )
  )[0]?.optionAvailability?.variants ?? [];
await timed("count the stock of one variant", () =>
  inventory(needs).stockCount(
    { counts: [{ variantId: first?.id ?? "", onHand: 7 }] },
    ADMIN_KEY_HOLDER,
  ),
);
await timed("rename a value that 200 variants have", () =>
  shop.productOptionUpdate(
    { id: productId, name: "Size", renameValues: [{ from: "M", to: "Medium" }] },
    ADMIN_KEY_HOLDER,
  ),
);
await timed("rename an option", () =>
  shop.productOptionUpdate({ id: productId, name: "Size", newName: "Width" }, ADMIN_KEY_HOLDER),
);
await timed("add an option to all variants", () =>
  shop.productOptionAdd(
    { id: productId, name: "Fabric", values: ["Cotton", "Linen"] },
    ADMIN_KEY_HOLDER,
  ),
);
await timed("change the weight of 250 variants", async () => {
  const { variants: all = [] } =
    (
      await store.catalogReads.productsById(
        [productId],
        { sees: "everything" },
        new Set(["optionAvailability"]),
      )
    )[0]?.optionAvailability ?? {};
  return shop.productVariantsUpdate(
    {
      id: productId,
      variants: all.slice(0, 250).map((one) => ({ id: one.id, changes: { barcode: null } })),
    },
    ADMIN_KEY_HOLDER,
  );
});
await store.close();
