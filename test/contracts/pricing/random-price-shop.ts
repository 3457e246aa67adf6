import { editing, type Editing } from "../../interface/editing.js";
import { openWorld, type Ground, type World } from "../../interface/world.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import type { MovableClock } from "../../fakes/movable-clock.js";
import { randomFrom } from "../../integration/random-from.js";
import { workOnLists } from "./work-on-lists.js";

/** Names the products of the shop in searches and lists. */
export const VENDOR = "Random";
const SIZES = Array.from({ length: 10 }, (_one, size) => `size ${size}`);

/** When the campaigns begin and a rate changes, and when the campaigns end. */
export const START = "2026-01-01T13:00:00.000Z";
const END = "2026-01-01T14:00:00.000Z";

/** From when on the list of the market in yen is not valid, so that nothing has a price there. */
export const NO_MORE_YEN = "2026-01-01T15:00:00.000Z";

const MARKETS = [
  { key: "included", currency: "EUR", countries: ["DE"], pricesIncludeTax: true },
  {
    key: "added",
    currency: "EUR",
    countries: ["NL"],
    pricesIncludeTax: false,
    taxRounding: { per: "UNIT", mode: "HALF_EVEN" },
  },
  {
    key: "yen",
    currency: "JPY",
    countries: ["JP"],
    pricesIncludeTax: true,
    taxRounding: { per: "LINE", mode: "DOWN" },
  },
  {
    key: "dinars",
    currency: "KWD",
    countries: ["KW"],
    pricesIncludeTax: false,
    taxRounding: { per: "RATE", mode: "HALF_UP" },
  },
  {
    key: "francs",
    currency: "CHF",
    countries: ["CH"],
    pricesIncludeTax: true,
    taxRounding: { per: "RATE", mode: "HALF_EVEN" },
    payableRoundings: [{ increment: "0.05" }],
  },
] as const;

export const MARKET_KEYS = MARKETS.map(({ key }) => key);

const RATES = [
  ["de", "standard", "19"],
  ["de", "reduced", "7"],
  ["de", "levied", "19"],
  ["de", "levied", "2.5", "Levy", { isCompound: true }],
  ["de", "levied", "0.3", "Fund", { from: START }],
  ["de", "reduced", "1", "Bottle", { until: START }],
  ["nl", "standard", "21"],
  ["nl", "reduced", "9"],
  ["jp", "standard", "10"],
  ["jp", "reduced", "8"],
  ["jp", "levied", "3"],
  ["jp", "levied", "4", "Other"],
  ["kw", "standard", "5"],
  ["ch", "standard", "8.1"],
  ["ch", "reduced", "2.6"],
  ["ch", "levied", "3.8"],
  ["ch", "levied", "1.25", "Levy"],
] as const;

export interface RandomPriceShop {
  readonly world: World;
  readonly products: readonly { readonly id: string; readonly variants: readonly string[] }[];
}

/**
 * A shop of random prices, price lists, quantity breaks, windows and tax categories in five
 * markets, made through the admin API.
 */
export const randomPriceShop = async (
  ground: Ground,
  clock: MovableClock,
  { seed, variants }: { readonly seed: number; readonly variants: number },
): Promise<RandomPriceShop> => {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const admin = await editing(() => openWorld({}, ground, clock));
  const numbers = Array.from({ length: variants / SIZES.length }, (_one, at) => 20_000 + at * 100);
  await fillShop(ground.unitOfWork, {
    products: numbers.map((number) => ({
      number,
      content: {
        vendor: VENDOR,
        options: [{ name: "Size", values: SIZES }],
        variants: SIZES.map((size, at) =>
          aVariant(number + at, {
            optionValues: [size],
            taxable: random() < 0.9,
            taxCode: [null, "standard", "Reduced", "zero", "levied", "unknown"][below(6)] ?? null,
          }),
        ),
      },
      pricesAndStock: SIZES.map(() =>
        random() < 0.9
          ? {
              price: (below(12_000) / 100).toFixed(2),
              ...(random() < 0.3 && { compareAt: (below(12_000) / 100).toFixed(2) }),
            }
          : {},
      ),
    })),
  });
  await setTaxes(admin);
  const ids = numberedIds(5_000_000);
  await openMarkets(admin, () => workOnLists(ground, { clock, ids }));
  const all = numbers.flatMap((number) => SIZES.map((_size, at) => variantId(number + at)));
  for (const list of await listsOf(admin)) {
    const digits = { JPY: 0, KWD: 3 }[list.currency] ?? 2;
    const items = all.flatMap((id) =>
      [1, 5, 20].flatMap((minQuantity) =>
        random() < (list.currency === "EUR" ? 0.4 : 0.7)
          ? [
              {
                variantId: id,
                minQuantity,
                price: (below(20_000) / 10 ** digits).toFixed(digits),
                ...(random() < 0.3 && {
                  compareAtPrice: (below(20_000) / 10 ** digits).toFixed(digits),
                }),
              },
            ]
          : [],
      ),
    );
    for (let start = 0; start < items.length; start += 250)
      await admin.mutate("priceListPricesSet", {
        priceListId: list.id,
        items: items.slice(start, start + 250),
      });
  }
  return {
    world: admin.world,
    products: numbers.map((number) => ({
      id: productId(number),
      variants: SIZES.map((_size, at) => variantId(number + at)),
    })),
  };
};

const setTaxes = async (admin: Editing): Promise<void> => {
  for (const key of ["standard", "reduced", "zero", "levied"])
    await made(admin, "taxCategoryCreate", { taxCategory: { key } });
  for (const { countries } of MARKETS)
    for (const country of countries)
      await made(admin, "taxZoneCreate", {
        taxZone: { key: country.toLowerCase(), areas: [{ country }] },
      });
  for (const [zone, category, percentage, tax = "VAT", more = {}] of RATES)
    await made(admin, "taxRateCreate", { taxRate: { zone, category, percentage, tax, ...more } });
};

/** Each with a campaign that takes part of the time, and one list for a customer group. */
const openMarkets = async (admin: Editing, work: () => Promise<void>): Promise<void> => {
  const list = async (priceList: object): Promise<string> => {
    const created = await made(admin, "priceListCreate", { priceList }, "priceList { id }");
    return (created["priceList"] as { id: string }).id;
  };
  const named = new Map<string, string>();
  for (const { key, currency } of MARKETS)
    // The prices of the variants apply in the first market.
    if (key !== "included")
      named.set(
        key,
        await list({ key, currency, ...(key === "yen" && { validUntil: NO_MORE_YEN }) }),
      );
  await work();
  for (const market of MARKETS) {
    const { key, currency } = market;
    const priceListId = named.get(key) ?? null;
    const input = { ...market, locales: ["en"], priceListId };
    const created = await made(admin, "marketCreate", { market: input }, "market { id }");
    const marketId = (created["market"] as { id: string }).id;
    const campaign = { key: `campaign-${key}`, validFrom: START, validUntil: END };
    await list({ ...campaign, currency, marketId });
  }
  const group = { customerGroup: { key: "trade" } };
  const created = await made(admin, "customerGroupCreate", group, "customerGroup { id }");
  const customerGroupId = (created["customerGroup"] as { id: string }).id;
  await list({ key: "trade", customerGroupId });
  await work();
};

const listsOf = async (admin: Editing) => {
  const { data } = await admin.ask("{ priceLists { id currency } }");
  return data?.["priceLists"] as readonly { readonly id: string; readonly currency: string }[];
};

const made = async (admin: Editing, name: string, input: object, selection = "") => {
  const { payload, errors } = await admin.mutate(name, input, selection);
  const problems = [...errors, ...((payload["userErrors"] ?? []) as readonly object[])];
  if (problems.length > 0) throw new Error(`${name}: ${JSON.stringify([problems, input])}`);
  return payload;
};
