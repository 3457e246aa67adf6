// What the lowest price before a reduction costs: the processor time of a product page with 100
// variants, all of them reduced, without the field and with it. On SQLite, in one process:
//   npm run bench:lowest-price -- [changes of each price] [milliseconds of each measurement]
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { CONTEXTS } from "../src/application/contexts.js";
import { catalog } from "../src/application/catalog/catalog.js";
import { openDefaultMarket } from "../src/application/pricing/pricing.js";
import { openContexts } from "../src/application/shared/open-contexts.js";
import { GUEST } from "../src/application/shared/viewer.js";
import { openStore } from "../src/infrastructure/store.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { createGraphqlEndpoints } from "../src/interface/graphql/server/create-graphql-endpoints.js";
import { testFingerprints } from "../test/builders/test-fingerprints.js";
import { generateShop } from "./generate-shop.js";
import { benchDatabase } from "./open-bench-store.js";

const [changes = "20", milliseconds = "1500"] = process.argv.slice(2);
const VARIANTS = 100;
const ROUNDS = 10;
/** Of every price, the last one a week ago. */
const HISTORY = `INSERT INTO pricing_price_history (variant_id, price_list_id, min_quantity, valid_from, currency, price, compare_at)
  WITH RECURSIVE change (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM change WHERE n < ?)
  SELECT variant_id, '', 1, strftime('%Y-%m-%d %H:%M:%f', 'now', '-' || (7 + n * 300.0 / ?) || ' days'), currency, price + n, NULL FROM pricing_variant_price CROSS JOIN change`;

const file = join(await mkdtemp(join(tmpdir(), "plinth-bench-")), "plinth.db");
const store = await openStore(benchDatabase(undefined, file), systemClock);
const needs = { ...store, clock: systemClock, ids: new TypeIds(systemClock), currency: "EUR" };
await openDefaultMarket(needs, { currency: "EUR", locale: "en" });
await generateShop(store, { products: 20, variantsPerProduct: VARIANTS }, catalog(needs));
const rows = new Database(file);
rows.exec("UPDATE pricing_variant_price SET compare_at = price + 1000");
rows.exec("UPDATE pricing_price_history SET compare_at = price + 1000");
rows.exec("UPDATE pricing_market_history SET recorded_at = '2020-01-01 00:00:00.000'");
rows.prepare(HISTORY).run(Number(changes), Number(changes));
rows.close();

const endpointOf = async (showsLowestPrice: boolean) => {
  const markets = (await store.readMarkets()).map((one) => ({ ...one, showsLowestPrice }));
  const { shop } = await createGraphqlEndpoints({
    app: openContexts(CONTEXTS, { ...needs, markets: { all: async () => markets } }),
    publicUrl: "https://shop.example.com",
    fingerprints: testFingerprints,
    introspection: true,
    hideSchemaHints: false,
    denied: () => undefined,
    report: (error) => console.error(error),
  });
  return shop;
};
const [silent, asking] = [await endpointOf(false), await endpointOf(true)];

const page = (field: string): string =>
  `{ products(first: 1) { nodes { id title descriptionHtml variants(first: ${VARIANTS}) { nodes { id sku optionValues { name value } available price { amount } compareAtPrice { amount } ${field} } } } } }`;
const answer = async ({ server, context }: typeof asking, query: string): Promise<string> => {
  const contextValue = await context({
    viewer: GUEST,
    requestId: "bench",
    market: undefined,
    locale: undefined,
  });
  const { body } = await server.executeOperation({ query }, { contextValue });
  if (body.kind !== "single" || body.singleResult.errors) throw new Error(JSON.stringify(body));
  return JSON.stringify(body.singleResult.data);
};

const CASES = {
  "without the field": [asking, page("")],
  "with it, in a market that does not show it": [silent, page("lowestPrice30Days { amount }")],
  "with it, in a market that shows it": [asking, page("lowestPrice30Days { amount }")],
} as const;
const least = new Map<string, number>();
for (let round = 0; round < ROUNDS; round += 1)
  for (const [what, [endpoint, query]] of Object.entries(CASES)) {
    for (let warm = 0; round === 0 && warm < 20; warm += 1) await answer(endpoint, query);
    const end = performance.now() + Number(milliseconds) / ROUNDS;
    const before = process.cpuUsage();
    let times = 0;
    do {
      await answer(endpoint, query);
      times += 1;
    } while (performance.now() < end);
    const { user, system } = process.cpuUsage(before);
    least.set(what, Math.min(least.get(what) ?? Infinity, (user + system) / 1_000 / times));
  }
const plain = least.get("without the field") ?? 0;
console.log(`| page | ms | ratio |\n|---|---|---|`);
for (const [what, time] of least)
  console.log(`| ${what} | ${time.toFixed(2)} | ${(time / plain).toFixed(2)} |`);
const found = (await answer(asking, page("lowestPrice30Days { amount }"))).match(
  /"lowestPrice30Days":\{/g,
);
console.log(`${found?.length ?? 0} of ${VARIANTS} variants have a lowest price.`);
await store.close();
