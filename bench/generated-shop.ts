// A shop of any size, the same on every run with the same seed: for measuring.
//   npx tsc -p bench/tsconfig.json && node .cache/bench/bench/generated-shop.js [products] [variants of each] [mysql://…, an empty database]
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { catalog } from "../src/application/catalog/catalog.js";
import { mergeProduct } from "../src/application/catalog/files/merge-product.js";
import type { ProductSheet } from "../src/application/catalog/files/product-sheet.js";
import {
  putProducts,
  type EditedProduct,
  type StockEdit,
} from "../src/application/catalog/products/put-products.js";
import type { Ids } from "../src/application/shared/ids.js";
import { ADMIN_KEY_HOLDER, OPERATOR } from "../src/application/shared/viewer.js";
import type { CollectionId, ProductId, VariantId } from "../src/domain/catalog/ids.js";
import { Product } from "../src/domain/catalog/product.js";
import { StockItem } from "../src/domain/inventory/stock-item.js";
import { variantPrice, type VariantPrice } from "../src/domain/pricing/variant-price.js";
import { id } from "../src/domain/shared/id.js";
import { Money } from "../src/domain/shared/money.js";
import { openStore, type Store } from "../src/infrastructure/data-source.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";

export interface GeneratedShop {
  readonly products: number;
  readonly variantsPerProduct: number;
  /** How many collections there are; each product stands in one or two of them. 100 when left out. */
  readonly collections?: number;
  readonly seed?: number;
}

export interface Generated {
  readonly productIds: readonly ProductId[];
  readonly collectionIds: readonly CollectionId[];
}

const CURRENCY = "EUR";
const PRODUCTS_AT_ONCE = 250;
// A server works on several units at once; the embedded store lets them in one by one.
const AT_ONCE = 4;
const DEADLINES = { connectMs: 5_000, poolWaitMs: 30_000, statementMs: 30_000 } as const;
const ADDED = new Date("2026-01-01T00:00:00.000Z");

const ADJECTIVES = [
  "Plain",
  "Warm",
  "Light",
  "Striped",
  "Soft",
  "Bold",
  "Tiny",
  "Wide",
  "Café",
  "Élégant",
  "Classic",
  "Rough",
  "Fine",
  "Quiet",
  "Bright",
  "Heavy",
];
const MATERIALS = [
  "cotton",
  "linen",
  "wool",
  "oak",
  "steel",
  "glass",
  "stoneware",
  "leather",
  "paper",
  "silk",
  "hemp",
  "cork",
];
const THINGS = [
  "Shirt",
  "Mug",
  "Bowl",
  "Lamp",
  "Chair",
  "Bag",
  "Scarf",
  "Plate",
  "Blanket",
  "Notebook",
  "Shelf",
  "Vase",
  "テーブル",
  "茶碗",
  "Kissen",
  "Tablecloth",
];
const PLACES = ["Lisbon", "Oslo", "Kyoto", "Graz", "Lyon", "Leeds", "Turin", "Ghent"];
const TAGS = [
  "gift",
  "sale",
  "new",
  "handmade",
  "organic",
  "bestseller",
  "limited",
  "kitchen",
  "home",
  "travel",
  "summer",
  "winter",
  "kids",
  "office",
  "vintage",
  "refill",
];
const COLOURS = [
  "Black",
  "White",
  "Red",
  "Blue",
  "Green",
  "Grey",
  "Sand",
  "Olive",
  "Plum",
  "Coral",
  "Mint",
  "Navy",
  "Rose",
  "Ochre",
  "Teal",
  "Wine",
  "Ivory",
  "Slate",
  "Lilac",
  "Amber",
];
const SIZES = ["XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL", "6XL"];

/** Loads the shop through the one way on which every product is stored, so that all that is kept beside products is right. */
export const generateShop = async (
  { unitOfWork }: Pick<Store, "unitOfWork">,
  { products, variantsPerProduct, collections = 100, seed = 1 }: GeneratedShop,
  shop: Pick<ReturnType<typeof catalog>, "collectionCreate" | "collectionPublish">,
): Promise<Generated> => {
  const chance = seeded(seed);
  const ids = countedIds();
  const collectionIds: CollectionId[] = [];
  for (let n = 0; n < collections; n++) {
    const { result, refusals } = await shop.collectionCreate(
      { collection: { title: `${pick(ADJECTIVES, n)} ${pick(MATERIALS, n >> 4)} ${n}` } },
      ADMIN_KEY_HOLDER,
    );
    if (!result) throw new Error(`A collection was refused: ${JSON.stringify(refusals)}`);
    await shop.collectionPublish({ id: result.collectionId }, ADMIN_KEY_HOLDER);
    collectionIds.push(id<CollectionId>(result.collectionId));
  }
  const productIds: ProductId[] = [];
  const inside = new Map<CollectionId, ProductId[]>();
  const underWay = new Set<Promise<unknown>>();
  for (let start = 0; start < products; start += PRODUCTS_AT_ONCE) {
    const made = Array.from({ length: Math.min(PRODUCTS_AT_ONCE, products - start) }, (_, index) =>
      editedProduct(start + index, variantsPerProduct, chance, ids),
    );
    for (const { product } of made)
      for (
        let times = 1 + (chance() < 0.3 ? 1 : 0);
        times > 0 && collectionIds.length > 0;
        times--
      ) {
        const collection = pick(collectionIds, Math.floor(chance() * collectionIds.length));
        inside.set(collection, [...(inside.get(collection) ?? []), product.id]);
      }
    const put = unitOfWork
      .run((stores) =>
        putProducts(
          { stores, viewer: OPERATOR, now: ADDED },
          made.map(({ again }) => again()),
        ),
      )
      .finally(() => underWay.delete(put));
    underWay.add(put);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
    productIds.push(...made.map(({ product }) => product.id));
  }
  await Promise.all(underWay);
  for (const [collection, some] of inside)
    await unitOfWork.run(({ collections: stored }) =>
      stored.insert(collection, [...new Set(some)], null),
    );
  return { productIds, collectionIds };
};

const editedProduct = (n: number, variants: number, chance: () => number, ids: Ids) => {
  const sheet = sheetOf(n, variants, chance);
  const { content } = mergeProduct(sheet, null, { ids, now: ADDED, metafieldTypes: new Map() });
  const productId = ids.next("product");
  const figures = content.variants.map(() => ({
    price: 300 + Math.floor(chance() ** 2 * 40_000),
    reduced: chance() < 0.2,
    onHand: chance() < 0.2 ? 0 : Math.floor(chance() * 60),
  }));
  const addedAt = new Date(ADDED.getTime() + n * 1_000);
  // A unit of work may run twice, and stock that was stored has told its news.
  const again = (): EditedProduct => {
    const prices = new Map<VariantId, VariantPrice>();
    const stock = new Map<VariantId, StockEdit>();
    for (const [index, { id: variantId }] of content.variants.entries()) {
      const { price = 0, reduced = false, onHand = 0 } = figures[index] ?? {};
      prices.set(
        variantId,
        variantPrice({
          variantId,
          price: Money.of(price, CURRENCY),
          compareAt: reduced ? Money.of(price + 500, CURRENCY) : null,
          cost: Money.of(Math.floor(price / 2), CURRENCY),
        }),
      );
      stock.set(variantId, { onHandBefore: null, item: StockItem.stock(variantId, onHand) });
    }
    return {
      product: Product.create(productId, content, addedAt),
      before: null,
      knownPrices: new Map(),
      knownStock: new Map(),
      prices,
      stock,
    };
  };
  return { product: { id: productId }, again };
};

const sheetOf = (n: number, variants: number, chance: () => number): ProductSheet => {
  const [adjective, material, thing] = [
    pick(ADJECTIVES, any(chance)),
    pick(MATERIALS, any(chance)),
    pick(THINGS, any(chance)),
  ];
  const options = optionsFor(variants);
  const place = { line: n + 2, column: null };
  return {
    place,
    slug: `product-${n}`,
    title: `${adjective} ${material} ${thing} ${n}`,
    descriptionHtml: `<p>A ${thing} of ${material} from ${pick(PLACES, any(chance))}, ${adjective.toLowerCase()} and made to last.</p><p>${pick(MATERIALS, any(chance))} and ${pick(MATERIALS, any(chance))}, wiped clean with a damp cloth.</p>`,
    vendor: `${pick(PLACES, any(chance))} ${pick(MATERIALS, any(chance))} works`,
    productType: thing,
    category: `Home & Garden > ${thing}`,
    tags: [...new Set([pick(TAGS, any(chance)), pick(TAGS, any(chance)), pick(TAGS, any(chance))])],
    status: chance() < 0.95 ? "ACTIVE" : "DRAFT",
    published: true,
    options: options.map(({ name }) => name),
    images: [0, 1].map((index) => ({
      place,
      url: `https://img.example/${n}/${index}.webp`,
      alt: `${thing} ${n}`,
      position: index + 1,
    })),
    variants: Array.from({ length: variants }, (_, index) => ({
      place,
      optionValues: combination(options, index),
      sku: `GEN-${n}-${index}`,
      barcode: String(4_000_000_000_000 + n * 2_000 + index),
      tracked: true,
      weightMilligrams: 100_000 + index,
    })),
  };
};

interface Axis {
  readonly name: string;
  readonly values: readonly string[];
}

/** Enough options for so many combinations: up to 20 colours, 10 sizes and ten or more cuts. */
const optionsFor = (variants: number): readonly Axis[] => {
  const sizes = Math.min(variants, SIZES.length);
  const colours = Math.min(Math.ceil(variants / sizes), COLOURS.length);
  const cuts = Math.ceil(variants / (sizes * colours));
  return [
    ...(colours > 1 ? [{ name: "Colour", values: COLOURS.slice(0, colours) }] : []),
    { name: "Size", values: SIZES.slice(0, sizes) },
    ...(cuts > 1
      ? [{ name: "Cut", values: Array.from({ length: cuts }, (_, index) => `Cut ${index + 1}`) }]
      : []),
  ];
};

const combination = (options: readonly Axis[], index: number): readonly string[] => {
  let left = index;
  return options
    .toReversed()
    .map(({ values }) => {
      const value = pick(values, left);
      left = Math.floor(left / values.length);
      return value;
    })
    .toReversed();
};

const pick = <One>(some: readonly One[], index: number): One => some[index % some.length] as One;
const any = (chance: () => number): number => Math.floor(chance() * 1_000_003);

/** Mulberry32: small, quick, and the same everywhere. */
const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Ids in the form of all ids, counted instead of drawn. */
const countedIds = (): Ids => {
  let count = 0;
  return { next: (kind) => id(`${kind}_01g${String(++count).padStart(23, "0")}`) };
};

/** A store of its own: embedded in a new folder, or on a server that is named. */
export const openBenchStore = async (url?: string): Promise<Store> =>
  openStore(
    url
      ? { kind: "mysql", url, poolSize: 10, tls: false, deadlines: DEADLINES }
      : {
          kind: "embedded",
          file: join(await mkdtemp(join(tmpdir(), "plinth-bench-")), "plinth.db"),
          deadlines: DEADLINES,
        },
    systemClock,
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [products = "20000", variantsPerProduct = "5", url] = process.argv.slice(2);
  const store = await openBenchStore(url);
  const shop = catalog({ ...store, clock: systemClock, ids: countedIds(), currency: CURRENCY });
  const start = performance.now();
  await generateShop(
    store,
    { products: Number(products), variantsPerProduct: Number(variantsPerProduct) },
    shop,
  );
  console.log(
    `${products} products with ${variantsPerProduct} variants each: ${((performance.now() - start) / 1_000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`,
  );
  await store.close();
}
