// Generates a shop of any size for measurements, the same on every run with the same seed.
//   npx tsc -p bench/tsconfig.json && node .cache/bench/bench/generate-shop.js [products] [variants of each] [mysql://…, an empty database]
import { pathToFileURL } from "node:url";
import { catalog } from "../src/application/catalog/catalog.js";
import { saveProducts } from "../src/application/catalog/product-edit/save-products.js";
import type { Ids } from "../src/application/shared/ids.js";
import { ADMIN_KEY_HOLDER, OPERATOR } from "../src/application/shared/viewer.js";
import type { CollectionId, ProductId } from "../src/domain/catalog/ids.js";
import { id } from "../src/domain/shared/id.js";
import type { Store } from "../src/infrastructure/store.js";
import { systemClock } from "../src/infrastructure/shared/system-clock.js";
import { ADDED, CURRENCY, generatedProduct, type GeneratedProduct } from "./generated-product.js";
import { ADJECTIVES, MATERIALS } from "./generated-record.js";
import { openBenchStore } from "./open-bench-store.js";
import { pick, seededRandom, type Random } from "./seeded-random.js";

interface ShopSize {
  readonly products: number;
  readonly variantsPerProduct: number;
  /** Each product is in one or two of them. Default: 100. */
  readonly collections?: number;
  readonly seed?: number;
  /** Changes the record of each product. */
  readonly adapt?: Parameters<typeof generatedProduct>[4];
}

interface GeneratedShop {
  readonly productIds: readonly ProductId[];
  readonly collectionIds: readonly CollectionId[];
}

type Collections = Pick<ReturnType<typeof catalog>, "collectionCreate" | "collectionPublish">;

const PRODUCTS_PER_UNIT = 100;
// A server runs several units of work at once. In the embedded store all but one wait, which they do
// for a few seconds only.
const UNITS_AT_ONCE = 2;

/** Saves the products as all products are saved, so that everything derived from them is right. */
export const generateShop = async (
  { unitOfWork }: Pick<Store, "unitOfWork">,
  { products, variantsPerProduct, collections = 100, seed = 1, adapt }: ShopSize,
  shop: Collections,
): Promise<GeneratedShop> => {
  const random = seededRandom(seed);
  const ids = countedIds();
  const collectionIds = await createCollections(collections, shop);
  const productIds: ProductId[] = [];
  const members = new Map<CollectionId, ProductId[]>();
  const running = new Set<Promise<unknown>>();
  for (let start = 0; start < products; start += PRODUCTS_PER_UNIT) {
    const length = Math.min(PRODUCTS_PER_UNIT, products - start);
    const generated = Array.from({ length }, (_, index) =>
      generatedProduct(start + index, variantsPerProduct, random, ids, adapt),
    );
    for (const product of generated) addToCollections(product, collectionIds, members, random);
    const unit = unitOfWork
      .run((stores) =>
        saveProducts(
          { stores, viewer: OPERATOR, now: ADDED },
          generated.map(({ edited }) => edited()),
        ),
      )
      .finally(() => running.delete(unit));
    running.add(unit);
    if (running.size >= UNITS_AT_ONCE) await Promise.race(running);
    productIds.push(...generated.map((product) => product.id));
  }
  await Promise.all(running);
  for (const [collection, some] of members)
    await unitOfWork.run(({ collections: stored }) =>
      stored.addProducts(collection, [...new Set(some)], null),
    );
  return { productIds, collectionIds };
};

const createCollections = async (
  count: number,
  { collectionCreate, collectionPublish }: Collections,
): Promise<readonly CollectionId[]> => {
  const ids: CollectionId[] = [];
  for (let n = 0; n < count; n++) {
    const { result, refusals } = await collectionCreate(
      { collection: { title: `${pick(ADJECTIVES, n)} ${pick(MATERIALS, n >> 4)} ${n}` } },
      ADMIN_KEY_HOLDER,
    );
    if (!result) throw new Error(`A collection was refused: ${JSON.stringify(refusals)}`);
    await collectionPublish({ id: result.collectionId }, ADMIN_KEY_HOLDER);
    ids.push(id<CollectionId>(result.collectionId));
  }
  return ids;
};

const addToCollections = (
  product: GeneratedProduct,
  collections: readonly CollectionId[],
  members: Map<CollectionId, ProductId[]>,
  random: Random,
): void => {
  let times = random() < 0.3 ? 2 : 1;
  for (; times > 0 && collections.length > 0; times--) {
    const collection = pick(collections, Math.floor(random() * collections.length));
    members.set(collection, [...(members.get(collection) ?? []), product.id]);
  }
};

/** Ids in the form of all ids, counted instead of random. */
const countedIds = (): Ids => {
  let count = 0;
  const next: Ids["next"] = (kind) => id(`${kind}_01g${String(++count).padStart(23, "0")}`);
  return { next, secret: next };
};

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
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  const megabytes = Math.round(process.memoryUsage().rss / 1_048_576);
  console.log(
    `${products} products with ${variantsPerProduct} variants each: ${seconds} s, ${megabytes} MB`,
  );
  await store.close();
}
