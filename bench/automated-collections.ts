// How soon automated collections are up to date after an import of products, and after an edit of
// one product.
//   npx tsc -p bench/tsconfig.json && node .cache/bench/bench/automated-collections.js [products] [collections] [mysql://…, an empty database]
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { catalog } from "../src/application/catalog/catalog.js";
import { evaluateCollection } from "../src/application/catalog/collections/evaluate-collection.js";
import { refreshAutomatedCollections } from "../src/application/catalog/collections/refresh-automated-collections.js";
import { ADMIN_KEY_HOLDER, OPERATOR } from "../src/application/shared/viewer.js";
import type { RuleCondition } from "../src/domain/catalog/collections/collection-rules.js";
import { ShopifyCsvFiles } from "../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { openStore } from "../src/infrastructure/store.js";
import { EmbeddedSession } from "../src/infrastructure/shared/database/embedded-sessions.js";
import { LentConnection } from "../src/infrastructure/shared/database/lent-connection.js";
import { Scheduler } from "../src/infrastructure/shared/worker/scheduler.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { productCsv } from "./product-csv.js";
import { benchDatabase } from "./open-bench-store.js";

const VARIANTS = 5;
const [count = "20000", collections = "10", url] = process.argv.slice(2);

const folder = await mkdtemp(join(tmpdir(), "plinth-bench-"));
const database = benchDatabase(url, join(folder, "plinth.db"));
const store = await openStore(database, systemClock);
const shop = catalog({
  ...store,
  clock: systemClock,
  ids: new TypeIds(systemClock),
  currency: "EUR",
});
const { signal } = new AbortController();
const scheduler = new Scheduler({
  unitOfWork: store.workerUnitOfWork,
  reads: store.readSource,
  jobs: [
    refreshAutomatedCollections({ clock: systemClock }),
    evaluateCollection({ clock: systemClock }),
  ],
  recurring: [],
  clock: systemClock,
  leaseMs: 30_000,
  log: {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, facts) => console.warn(message, facts),
    error: (message, facts) => console.error(message, facts),
  },
});
// Counts every statement of the store.
let statements = 0;
for (const { prototype } of [EmbeddedSession, LentConnection])
  for (const kind of ["query", "change"] as const) {
    const send = Reflect.get(prototype, kind) as (...more: unknown[]) => Promise<unknown>;
    Reflect.set(prototype, kind, function (this: unknown, ...more: unknown[]) {
      statements += 1;
      return send.apply(this, more);
    });
  }

let slowest = 0;
const workUntilDone = async (): Promise<void> => {
  for (let isMore = true; isMore;) {
    const start = performance.now();
    isMore = await scheduler.runDue(signal);
    slowest = Math.max(slowest, performance.now() - start);
  }
};
const timed = async (part: () => Promise<unknown>): Promise<string> => {
  const start = performance.now();
  await part();
  return `${((performance.now() - start) / 1_000).toFixed(2)} s`;
};
const conditions: readonly (readonly [
  RuleCondition["field"],
  RuleCondition["operator"],
  string,
])[] = [
  ["PRICE", "LESS_THAN", "20"],
  ["TITLE", "CONTAINS", "1"],
  ["STOCK", "GREATER_THAN", "10"],
  ["AVAILABLE", "EQUALS", "true"],
  ["VENDOR", "STARTS_WITH", "a"],
];
const make = async (n: number): Promise<string> => {
  const [field, operator, value] = conditions[n % conditions.length] ?? ["TITLE", "CONTAINS", "x"];
  const rules = {
    match: "ALL" as const,
    conditions: [
      { field, operator, value },
      { field: "TITLE" as const, operator: "NOT_CONTAINS" as const, value: `zz${n}` },
    ],
  };
  const { result } = await shop.collectionCreate(
    { collection: { title: `Automated ${n}`, rules } },
    ADMIN_KEY_HOLDER,
  );
  return result?.collectionId ?? "";
};
const memberships = async () =>
  Number(
    (await store.readSource.query("SELECT COUNT(*) AS total FROM catalog_collection_product"))[0]?.[
      "total"
    ],
  );

try {
  for (let n = 0; n < Number(collections); n++) await make(n);
  await workUntilDone();
  const path = join(folder, "products.csv");
  await pipeline(
    Readable.from(productCsv({ rows: Number(count) * VARIANTS, variantsPerProduct: VARIANTS })),
    createWriteStream(path),
  );
  const file = await new ShopifyCsvFiles().open(path, { currency: "EUR" });
  console.log(
    `${count} products x ${VARIANTS} variants imported: ${await timed(() => shop.importProducts({ file }, OPERATOR))}`,
  );
  console.log(
    `then all ${collections} collections up to date: ${await timed(workUntilDone)}, ${await memberships()} memberships, slowest batch ${slowest.toFixed(0)} ms`,
  );
  slowest = 0;
  console.log(
    `one more collection over all products: ${await timed(async () => {
      await make(Number(collections));
      await workUntilDone();
    })}, slowest batch ${slowest.toFixed(0)} ms`,
  );

  const [row] = await store.readSource.query(
    "SELECT id FROM catalog_product ORDER BY id LIMIT 1 OFFSET 100",
  );
  for (const title of ["Nothing that matters", "Number 1"]) {
    await shop.productUpdate({ id: String(row?.["id"]), changes: { title } }, ADMIN_KEY_HOLDER);
    const before = await memberships();
    statements = 0;
    const took = await timed(workUntilDone);
    console.log(
      `one product edited, ${Number(collections) + 1} collections: ${took}, ${statements} statements, ${(await memberships()) - before} memberships more or less`,
    );
  }
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
