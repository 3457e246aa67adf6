// What pricing a cart costs: 200 lines with taxes and breakdown, alone and with 100 discounts split over all of them, also as
// a share of 100 times `Money.split` over 200 weights in the same run, and carts of 10, 100 and 1,000 lines. Warm, in
// milliseconds of processor time; the middle of the runs. Ends with 1 when a bound is not kept:
//   npm run bench:quote [-- runs]
import { Money } from "../src/domain/shared/money.js";
import { priceCart } from "../src/domain/pricing/quote/price-cart.js";
import type { CartToPrice } from "../src/domain/pricing/quote/cart-to-price.js";
import { cpuTime } from "../test/cpu-time.js";
import {
  address,
  cart,
  charge,
  discount,
  line,
  NOW,
  rate,
  terms,
} from "../test/domain/pricing/quote/a-cart.js";

const [runs = "200"] = process.argv.slice(2);
const DISCOUNTS = 100;
const BOUNDS = { plain: 3, discounted: 8, plainShare: 0.25, discountedShare: 0.65 };

const CATEGORIES = ["standard", "food", "books"] as const;
const market = terms({
  taxRules: {
    zones: ["de", "fr"].map((key) => ({
      key,
      areas: [{ country: key.toUpperCase(), region: null, postalCodes: [] }],
      chargeTaxation: "IN_PROPORTION",
    })),
    rates: ["de", "fr"].flatMap((zone) =>
      CATEGORIES.flatMap((category, index) => [
        rate(zone, "VAT", String(19 - 6 * index), { category }),
        rate(zone, "Levy", "1.25", { category }),
      ]),
    ),
  },
});

const cartOf = (lines: number, discounts: number): CartToPrice =>
  cart(
    Array.from({ length: lines }, (_, index) =>
      line(
        `line${String(index).padStart(5, "0")}`,
        `${10 + ((index * 37) % 190)}.${10 + (index % 89)}`,
        {
          quantity: 1 + (index % 4),
          taxCategory: CATEGORIES[index % 3] ?? null,
        },
      ),
    ),
    {
      discounts: Array.from({ length: discounts }, (_, index) =>
        discount(`${3 + (index % 7)}.${10 + (index % 89)}`, { reason: `Promotion ${index}` }),
      ),
      delivery: [charge("post", "6.90")],
      fees: [charge("wrap", "2.50")],
      buyer: { address: address("FR"), exemption: null, paymentMethod: null },
    },
  );

const weights = Array.from({ length: 200 }, (_, index) => 1_000 + ((index * 3_701) % 19_000));
const splits = (): void => {
  for (let index = 0; index < DISCOUNTS; index += 1) Money.of(1_000 + index, "EUR").split(weights);
};

const work: Readonly<Record<string, () => void>> = {
  splits,
  ...Object.fromEntries(
    [
      ["10 lines", 10, 0],
      ["100 lines", 100, 0],
      ["200 lines", 200, 0],
      ["1,000 lines", 1_000, 0],
      ["200 lines, 100 discounts", 200, DISCOUNTS],
    ].map(([name, lines, discounts]) => {
      const request = cartOf(Number(lines), Number(discounts));
      return [String(name), () => void priceCart(request, market, NOW)];
    }),
  ),
};

// Small carts are over before the clock of the processor moves: each sample repeats the work for about 10 ms.
const REPEATED: Readonly<Record<string, number>> = {
  "10 lines": 50,
  "100 lines": 10,
  "200 lines": 5,
};

const samples = new Map(Object.keys(work).map((name) => [name, [] as number[]]));
const sample = (name: string, action: () => void): number => {
  const times = REPEATED[name] ?? 1;
  const start = cpuTime();
  for (let time = 0; time < times; time += 1) action();
  return (cpuTime() - start) / times;
};
// The kinds of work alternate, so that all of them meet the same machine.
for (let run = -20; run < Number(runs); run += 1)
  for (const [name, action] of Object.entries(work)) {
    const spent = sample(name, action);
    if (run >= 0) samples.get(name)?.push(spent);
  }

const middle = (name: string): number => {
  const sorted = (samples.get(name) ?? []).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
for (const name of Object.keys(work)) console.log(`${name}: ${middle(name).toFixed(3)} ms`);
const checks: readonly (readonly [string, number, number])[] = [
  ["200 lines, ms", middle("200 lines"), BOUNDS.plain],
  ["200 lines, 100 discounts, ms", middle("200 lines, 100 discounts"), BOUNDS.discounted],
  ["200 lines, share of 100 splits", middle("200 lines") / middle("splits"), BOUNDS.plainShare],
  [
    "200 lines, 100 discounts, share of 100 splits",
    middle("200 lines, 100 discounts") / middle("splits"),
    BOUNDS.discountedShare,
  ],
  ["a line of 1,000 / a line of 100", middle("1,000 lines") / middle("100 lines") / 10, 1.5],
];
for (const [name, value, bound] of checks)
  console.log(
    `${value <= bound ? "kept" : "NOT KEPT"}: ${name} ${value.toFixed(3)} (at most ${bound})`,
  );
process.exitCode = checks.every(([, value, bound]) => value <= bound) ? 0 : 1;
