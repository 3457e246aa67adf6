// How long changes of stock and prices of one variant take in products of 1, 200 and 2,000 variants, also as multiples
// of the smallest product, on SQLite or, with the URL of an empty database, on MySQL:
//   npx tsc -p bench/tsconfig.json && node .cache/bench/bench/stock-and-prices.js [runs] [url]
import { CONTEXTS } from "../src/application/contexts.js";
import { openContexts } from "../src/application/shared/open-contexts.js";
import { ADMIN_KEY_HOLDER } from "../src/application/shared/viewer.js";
import type { VariantId } from "../src/domain/catalog/ids.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../src/infrastructure/shared/type-ids.js";
import { fillShop } from "../test/builders/fill-shop.js";
import { openTestMarket } from "../test/builders/open-test-market.js";
import { aVariant, variantId } from "../test/builders/product-content.js";
import { openBenchStore } from "./open-bench-store.js";

const [runs = "40", url] = process.argv.slice(2);
const AXES = [20, 10, 10] as const;
const SIZES = [1, 200, 2_000] as const;

const store = await openBenchStore(url);
const app = openContexts(CONTEXTS, {
  ...store,
  clock: systemClock,
  ids: new TypeIds(systemClock),
  currency: "EUR",
});
await openTestMarket(store.unitOfWork);

const valuesOf = (axis: number): readonly string[] =>
  Array.from({ length: AXES[axis] ?? 1 }, (_, n) => `${axis}-${n}`);
const firstOf = (size: number): number => size * 10;

await fillShop(store.unitOfWork, {
  products: SIZES.map((size, number) => ({
    number: number + 1,
    content: {
      options: AXES.map((_, axis) => ({ name: `Axis ${axis}`, values: valuesOf(axis) })),
      variants: Array.from({ length: size }, (_, n) =>
        aVariant(firstOf(size) + n, {
          sku: null,
          optionValues: [n % 20, Math.floor(n / 20) % 10, Math.floor(n / 200)].map(
            (value, axis) => `${axis}-${value}`,
          ),
        }),
      ),
    },
    pricesAndStock: Array.from({ length: size }, (_, n) => ({
      price: `${100 + (n % 50)}.00`,
      onHand: 50,
    })),
  })),
});

type Act = (
  variant: VariantId,
  run: number,
) => Promise<{ readonly refusals: readonly { readonly code: string }[] }>;

const ACTS: Readonly<Record<string, Act>> = {
  stockCount: (variant, run) =>
    app.inventory.stockCount(
      { counts: [{ variantId: variant, onHand: 20 + (run % 2) }] },
      ADMIN_KEY_HOLDER,
    ),
  stockAdjust: (variant) =>
    app.inventory.stockAdjust({ adjustments: [{ variantId: variant, by: 1 }] }, ADMIN_KEY_HOLDER),
  "stockCount, sold out and back": (variant, run) =>
    app.inventory.stockCount(
      { counts: [{ variantId: variant, onHand: run % 2 }] },
      ADMIN_KEY_HOLDER,
    ),
  "variantPricesSet within the range": (variant, run) =>
    app.pricing.variantPricesSet(
      { items: [{ variantId: variant, price: `${110 + (run % 2)}.00` }] },
      ADMIN_KEY_HOLDER,
    ),
  "variantPricesSet, another minimum": (variant, run) =>
    app.pricing.variantPricesSet(
      { items: [{ variantId: variant, price: `${10 + (run % 2)}.00` }] },
      ADMIN_KEY_HOLDER,
    ),
};

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

for (const [name, act] of Object.entries(ACTS)) {
  const times = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  // In turn, so that whatever else the machine does meets all sizes alike.
  for (let run = 0; run < Number(runs) + 4; run++)
    for (const size of SIZES) {
      const start = performance.now();
      const { refusals } = await act(variantId(firstOf(size) + Math.floor(size / 2)), run);
      if (refusals.length > 0) throw new Error(JSON.stringify(refusals));
      if (run >= 4) times.get(size)?.push(performance.now() - start);
    }
  const smallest = median(times.get(1) ?? []);
  console.log(
    `${name}: ${SIZES.map((size) => {
      const time = median(times.get(size) ?? []);
      return `${size} variants ${time.toFixed(1)} ms (${(time / smallest).toFixed(2)})`;
    }).join(", ")}`,
  );
}
await store.close();
