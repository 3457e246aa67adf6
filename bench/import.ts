// How fast a large file is imported into the embedded store, how much memory that needs, and how
// fast a server on the same store answers during the import:
//   npx tsc -p bench/tsconfig.json && node .cache/bench/bench/import.js [rows]
import { fork, type ChildProcess } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { catalog } from "../src/application/catalog/catalog.js";
import { OPERATOR } from "../src/application/shared/viewer.js";
import { ShopifyCsvFiles } from "../src/infrastructure/catalog/shopify-csv/shopify-csv-files.js";
import { openStore } from "../src/infrastructure/store.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { benchDatabase } from "./open-bench-store.js";
import { productCsv } from "./product-csv.js";

const MIXES = [5, 1, 2_000] as const;
const PAUSE_MS = 20;
const PAGE = { size: 20, direction: "forward", after: null, before: null } as const;

interface Latencies {
  readonly count: number;
  readonly median: number;
  readonly worst: number;
}

const open = async (file: string) => {
  const store = await openStore(benchDatabase(undefined, file), systemClock);
  return {
    store,
    catalog: catalog({
      ...store,
      clock: systemClock,
      ids: new TypeIds(systemClock),
      currency: "EUR",
    }),
  };
};

/** A server during the import: it reads the same list again and again until it gets a message. */
const serve = async (file: string): Promise<void> => {
  const { store, catalog: shop } = await open(file);
  const times: number[] = [];
  let isStopped = false;
  process.on("message", () => (isStopped = true));
  process.send?.("ready");
  while (!isStopped) {
    const start = performance.now();
    await shop.shop.products(
      {
        filter: {},
        sort: { key: "CREATED", reverse: true },
        page: PAGE,
        fields: new Set(["title", "priceRange", "firstImage"]),
      },
      OPERATOR,
    );
    times.push(performance.now() - start);
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  times.sort((a, b) => a - b);
  process.send?.({
    count: times.length,
    median: times[Math.floor(times.length / 2)] ?? 0,
    worst: times.at(-1) ?? 0,
  } satisfies Latencies);
  await store.close();
  process.disconnect();
};

const nextMessage = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => child.once("message", resolve).once("error", reject));

/** Runs in its own process, so that its memory can be measured. */
const importInto = async (file: string, path: string): Promise<void> => {
  const { store, catalog: shop } = await open(file);
  const start = performance.now();
  const report = await shop.importProducts(
    { file: await new ShopifyCsvFiles().open(path, { currency: "EUR" }) },
    OPERATOR,
  );
  const seconds = (performance.now() - start) / 1_000;
  const { created, unchanged, refused } = report.products;
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  console.log(
    `  ${created} created, ${unchanged} unchanged, ${refused} refused: ${seconds.toFixed(1)} s, ${Math.round(report.rows / seconds)} rows/s, peak ${megabytes.toFixed(0)} MB`,
  );
  await store.close();
};

const measure = async (rows: number, variantsPerProduct: number, folder: string): Promise<void> => {
  const [file, path] = [
    join(folder, `${variantsPerProduct}.db`),
    join(folder, `${variantsPerProduct}.csv`),
  ];
  await pipeline(Readable.from(productCsv({ rows, variantsPerProduct })), createWriteStream(path));
  console.log(`${rows} rows, ${variantsPerProduct} to a product`);
  const self = fileURLToPath(import.meta.url);
  const server = fork(self, ["serve", file]);
  await nextMessage(server);
  for (let time = 0; time < 2; time++)
    await new Promise((done) => fork(self, ["import", file, path]).once("exit", done));
  server.send("stop");
  const { count, median, worst } = (await nextMessage(server)) as Latencies;
  console.log(
    `  a server during the import: ${count} lists, median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`,
  );
};

const [task, file = "", path = ""] = process.argv.slice(2);
if (task === "serve") await serve(file);
else if (task === "import") await importInto(file, path);
else {
  const folder = await mkdtemp(join(tmpdir(), "plinth-bench-"));
  try {
    for (const mix of MIXES) await measure(Number(task ?? 30_000), mix, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
