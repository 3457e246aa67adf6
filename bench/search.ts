// How long the search takes to read a large catalogue, how much memory it uses, how fast it answers
// with all facets, and how long it blocks the event loop at most:
//   npm run bench:search -- [products] [mysql://…]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { SearchRequest } from "../src/application/search/ports/product-search.js";
import { Product } from "../src/domain/catalog/products/product.js";
import { listing } from "../src/domain/catalog/listing/listing.js";
import { VARIANT_DEFAULTS } from "../src/domain/catalog/variants/variant.js";
import { Money } from "../src/domain/shared/money.js";
import { openStore, type Store } from "../src/infrastructure/store.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { sqlProductSearch } from "../src/infrastructure/search/sql-product-search.js";
import { benchDatabase } from "./open-bench-store.js";
import { pick } from "./seeded-random.js";

const NOUNS = [
  "mug",
  "shirt",
  "lamp",
  "chair",
  "bowl",
  "kettle",
  "blanket",
  "clock",
  "vase",
  "basket",
  "jacket",
  "scarf",
  "guitar",
  "tent",
  "mirror",
  "pillow",
];
const LOOKS = [
  "rustic",
  "modern",
  "vintage",
  "sleek",
  "cosy",
  "urban",
  "classic",
  "coastal",
  "alpine",
  "nordic",
  "festive",
  "zen",
  "bold",
];
const COLOURS = ["red", "blue", "green", "black", "white", "amber", "violet"];
const SIZES = ["S", "M", "L", "XL", "XXL"];
const ids = new TypeIds(systemClock);
const PORTION = 100;
const DAY_ONE = new Date("2026-01-01T00:00:00.000Z");

/** Every product is an "item"; one of forty is "rare". */
const product = (n: number): Product => {
  const title = `${pick(LOOKS, n * 7)} ${pick(COLOURS, n * 3)} ${pick(NOUNS, n)} item ${n}`;
  const colours = SIZES.map((_, index) => pick(COLOURS, n + index));
  return Product.create(
    ids.next("product"),
    {
      slug: `item-${n}`,
      title,
      vendor: `Vendor ${n % 120}`,
      productType: pick(NOUNS, n),
      category: "",
      translations: [],
      status: "ACTIVE",
      giftCard: false,
      metafields: [],
      media: [],
      descriptionHtml: `<p>A ${title} for ${pick(NOUNS, n * 11)} lovers: ${LOOKS.map((look, index) => `${look} ${pick(COLOURS, n + index)} ${pick(NOUNS, n * index)}`).join(", ")}.${n % 40 === 0 ? " A rare find." : ""} Batch ${n % 3_000}.</p>`,
      tags: [pick(LOOKS, n), pick(COLOURS, n * 5), `season-${n % 40}`],
      seo: { title: "", description: "" },
      publication: { from: DAY_ONE, until: null },
      options: [
        { name: "Size", values: SIZES },
        { name: "Colour", values: [...new Set(colours)] },
      ],
      variants: SIZES.map((size, index) => ({
        ...VARIANT_DEFAULTS,
        id: ids.next("variant"),
        optionValues: [size, colours[index] ?? ""],
        sku: `SKU-${n}-${size}`,
        barcode: String(4_000_000_000_000 + n * 10 + index),
      })),
    },
    DAY_ONE,
  );
};

const fill = async ({ unitOfWork }: Store, count: number): Promise<void> => {
  for (let first = 0; first < count; first += PORTION)
    await unitOfWork.run(async ({ products, listings }) => {
      const portion = Array.from({ length: Math.min(PORTION, count - first) }, (_, index) =>
        product(first + index),
      );
      const snapshots = portion.map((one) => one.snapshot());
      await products.save(portion);
      const price = (n: number) => Money.of(500 + ((n * 37) % 20_000), "EUR");
      await listings.save(
        snapshots.map((one, index) =>
          listing(
            one,
            new Map(
              one.variants.map(({ id }, axis) => [
                id,
                { price: price(first + index + axis), compareAt: null, available: 1 },
              ]),
            ),
          ),
        ),
      );
    });
};

const request = (query: string | null): SearchRequest => ({
  query,
  filter: {},
  sort: { key: "RELEVANCE", reverse: false },
  page: { size: 20, direction: "forward", after: null, before: null },
  currency: "EUR",
  withFacets: true,
  withSuggestions: true,
});

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
const used = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};
const quantile = (values: readonly number[], share: number): string =>
  `${(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0).toFixed(1)} ms`;

/**
 * The longest CPU time of one iteration of the event loop: a stall on a machine without other work.
 */
const eventLoopWork = () => {
  let [last, most, isOver] = [process.cpuUsage(), 0, false];
  const beat = (): void => {
    const { user, system } = process.cpuUsage(last);
    [last, most] = [process.cpuUsage(), Math.max(most, user + system)];
    if (!isOver) setImmediate(beat);
  };
  setImmediate(beat);
  return {
    longest: (): string => `${(most / 1_000).toFixed(1)} ms of CPU`,
    reset: () => void (most = 0),
    stop: () => void (isOver = true),
  };
};

const [count = "20000", url] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "plinth-bench-"));
const store = await openStore(benchDatabase(url, join(folder, "plinth.db")), systemClock);
try {
  await fill(store, Number(count));
  const audience = { sees: "visible", at: new Date() } as const;
  const before = used();
  const search = sqlProductSearch(store.readSource, 300_000);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const loop = eventLoopWork();
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const { total } = await search.search(request(null), audience);
  const reading = process.cpuUsage(cpuBefore);
  console.log(
    `${total} products read in ${((performance.now() - start) / 1_000).toFixed(1)} s (${((reading.user + reading.system) / 1e6).toFixed(1)} s of CPU), kept in ${megabytes(used() - before)}; longest iteration ${loop.longest()}, longest stall ${(delay.max / 1e6).toFixed(1)} ms, 99.9 % below ${(delay.percentile(99.9) / 1e6).toFixed(1)} ms`,
  );
  for (const query of ["rare", "item", "rare mug", "itme", "i", "sku-77-", null]) {
    const times: number[] = [];
    delay.reset();
    loop.reset();
    let found = 0;
    for (let round = 0; round < 60; round += 1) {
      const start = performance.now();
      found = (await search.search(request(query), audience)).total;
      times.push(performance.now() - start);
      await new Promise((resume) => setTimeout(resume, 2));
    }
    console.log(
      `${JSON.stringify(query)}: ${found} found, median ${quantile(times, 0.5)}, p95 ${quantile(times, 0.95)}, longest iteration ${loop.longest()}, longest stall ${(delay.max / 1e6).toFixed(1)} ms`,
    );
  }
  loop.stop();
  await search.stop();
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
