// How long the search takes to read a large catalogue, how much memory it keeps, how fast it answers with all facets, and for how long at
// most it keeps others waiting:  npm run bench:search -- [products] [mysql://…]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { SearchRequest } from "../src/application/catalog/search/product-search.js";
import { Product } from "../src/domain/catalog/product.js";
import { listing } from "../src/domain/catalog/listing.js";
import { PLAIN_VARIANT } from "../src/domain/catalog/variant.js";
import { Money } from "../src/domain/shared/money.js";
import { openStore, type Store } from "../src/infrastructure/data-source.js";
import type { Database } from "../src/infrastructure/shared/database-config.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { typeormProductSearch } from "../src/infrastructure/catalog/search/typeorm-product-search.js";

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

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** Every product is an "item"; one of forty is "rare". */
const product = (n: number): Product => {
  const title = `${at(LOOKS, n * 7)} ${at(COLOURS, n * 3)} ${at(NOUNS, n)} item ${n}`;
  const colours = SIZES.map((_, index) => at(COLOURS, n + index));
  return Product.create(
    ids.next("product"),
    {
      slug: `item-${n}`,
      title,
      vendor: `Vendor ${n % 120}`,
      productType: at(NOUNS, n),
      category: "",
      translations: [],
      status: "ACTIVE",
      giftCard: false,
      metafields: [],
      media: [],
      descriptionHtml: `<p>A ${title} for ${at(NOUNS, n * 11)} lovers: ${LOOKS.map((look, index) => `${look} ${at(COLOURS, n + index)} ${at(NOUNS, n * index)}`).join(", ")}.${n % 40 === 0 ? " A rare find." : ""} Batch ${n % 3_000}.</p>`,
      tags: [at(LOOKS, n), at(COLOURS, n * 5), `season-${n % 40}`],
      seo: { title: "", description: "" },
      publication: { from: DAY_ONE, until: null },
      options: [
        { name: "Size", values: SIZES },
        { name: "Colour", values: [...new Set(colours)] },
      ],
      variants: SIZES.map((size, index) => ({
        ...PLAIN_VARIANT,
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

/** How much CPU is spent at most between two turns of the event loop: what a stall would be on a machine that has nothing else to do. */
const pulse = () => {
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
const deadlines = { connectMs: 5_000, poolWaitMs: 10_000, statementMs: 10_000 };
const database: Database =
  url === undefined
    ? { kind: "embedded", file: join(folder, "plinth.db"), deadlines }
    : { kind: "mysql", url, poolSize: 10, tls: false, deadlines };
const store = await openStore(database, systemClock);
try {
  await fill(store, Number(count));
  const audience = { sees: "visible", at: new Date() } as const;
  const before = used();
  const search = typeormProductSearch(store.readSource, 300_000);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const heart = pulse();
  const start = performance.now();
  const cpuBefore = process.cpuUsage();
  const { total } = await search.search(request(null), audience);
  const reading = process.cpuUsage(cpuBefore);
  console.log(
    `${total} products read in ${((performance.now() - start) / 1_000).toFixed(1)} s (${((reading.user + reading.system) / 1e6).toFixed(1)} s of CPU), kept in ${megabytes(used() - before)}; longest turn ${heart.longest()}, longest stall ${(delay.max / 1e6).toFixed(1)} ms, 99.9 % below ${(delay.percentile(99.9) / 1e6).toFixed(1)} ms`,
  );
  for (const query of ["rare", "item", "rare mug", "itme", "i", "sku-77-", null]) {
    const taken: number[] = [];
    delay.reset();
    heart.reset();
    let found = 0;
    for (let round = 0; round < 60; round += 1) {
      const asked = performance.now();
      found = (await search.search(request(query), audience)).total;
      taken.push(performance.now() - asked);
      await new Promise((resume) => setTimeout(resume, 2));
    }
    console.log(
      `${JSON.stringify(query)}: ${found} found, median ${quantile(taken, 0.5)}, p95 ${quantile(taken, 0.95)}, longest turn ${heart.longest()}, longest stall ${(delay.max / 1e6).toFixed(1)} ms`,
    );
  }
  heart.stop();
  await search.stop();
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
