import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../../src/infrastructure/shared/type-ids.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { backgroundWork } from "../../../src/wiring/background-work.js";
import { startBackground, type Background } from "../../../src/wiring/background.js";
import { openTestMarket } from "../../builders/open-test-market.js";

import { collectionActions } from "./collection-actions.js";
import { HOT_SLUGS, hotProduct, hotProductActions } from "./hot-product-actions.js";
import { importActions } from "./import-actions.js";
import { outdatedListings } from "./outdated-listings.js";
import { priceListActions } from "./price-list-actions.js";
import { productActions } from "./product-actions.js";
import { productPartActions } from "./product-part-actions.js";
import { randomClient } from "./random-client.js";

const BACKGROUND_WORK = backgroundWork({ cartDays: 90 });

const RULES_OF_PRICE_AND_STOCK = [
  { field: "STOCK", operator: "AT_LEAST", value: "2" },
  { field: "AVAILABLE", operator: "EQUALS", value: "true" },
  { field: "PRICE", operator: "LESS_THAN", value: "5" },
] as const;

const SILENT = {
  debug: () => undefined,
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
};

interface BusyShop {
  /** The same database, opened several times, as several processes do. */
  readonly stores: readonly Store[];
  readonly seed: number;
  readonly rounds: number;
  readonly atOnce: number;
  /** Where editors meet: all over the shop, or at the prices, stock and variants of few products. */
  readonly crowd?: "everywhere" | "few products";
}

/** The results that the client got, to be compared with the content in the end. */
export interface ClientResults {
  /** Errors that are not refusals, and different results for one key. */
  readonly surprises: readonly string[];
  /** How often each mutation was made, refused, and postponed because the database was busy. */
  readonly counts: ReadonlyMap<
    string,
    { readonly done: number; readonly refused: number; readonly postponed: number }
  >;
  /** Tags that were added to the kept products: `product tag`. */
  readonly tags: ReadonlySet<string>;
  /** Units by which the stock of variants was adjusted. */
  readonly units: ReadonlyMap<string, number>;
  /** The kept products, with their variants whose stock is only adjusted. */
  readonly staying: ReadonlyMap<string, string>;
}

/** Runs random actions of many editors at the same time, with imports and scheduled work. */
export const busyShop = async ({
  stores,
  seed,
  rounds,
  atOnce,
  crowd = "everywhere",
}: BusyShop): Promise<ClientResults> => {
  const client = randomClient(stores, seed);
  const {
    collections,
    counts,
    create,
    lists,
    pick,
    products,
    send,
    sized,
    staying,
    surprises,
    tags,
    units,
    variants,
  } = client;
  const ids = new TypeIds(systemClock);
  for (const store of stores) {
    await openTestMarket(store.unitOfWork, "EUR", "en", ids);
  }
  await stores[0]?.productSearch.start();
  const backgrounds: readonly Background[] = stores.map((store) =>
    startBackground({
      store,
      work: { ...BACKGROUND_WORK, recurring: [] },
      clock: systemClock,
      log: SILENT,
      pollMs: 40,
    }),
  );

  const [store] = stores;
  const actions =
    crowd === "few products" && store
      ? hotProductActions(client, store)
      : [
          ...productActions(client),
          ...productPartActions(client),
          ...priceListActions(client),
          ...collectionActions(client),
          ...importActions(client),
        ];

  for (let n = 0; n < 4; n++) {
    const product = await create(`Staying ${n}`, {
      variants: [{ sku: `STAY-${n}`, price: "9.00", onHand: 100 }],
    });
    const variant = variants.at(-1);
    if (product && variant) staying.set(product, variant);
  }
  variants.splice(0);
  for (let n = 0; n < 10; n++) await create(`Mug ${n}`, sized(1_000 + n));
  for (const title of ["Kitchen", "Gifts", "New"])
    collections.push(
      String(
        (
          await send(
            "collectionCreate",
            { collection: { title, productIds: products.slice(0, 8) } },
            { keyed: true },
          )
        )?.result?.["collectionId"],
      ),
    );

  for (const [key, currency] of [
    ["francs", "CHF"],
    ["sale", "EUR"],
  ] as const)
    lists.push(
      String(
        (await send("priceListCreate", { priceList: { key, currency } }, { keyed: true }))
          ?.result?.["priceListId"],
      ),
    );

  if (crowd === "few products") {
    for (const slug of HOT_SLUGS) await create(`Hot ${slug}`, hotProduct(slug));
    for (const condition of RULES_OF_PRICE_AND_STOCK)
      await send(
        "collectionCreate",
        {
          collection: {
            title: `All with ${condition.field}`,
            rules: { match: "ALL", conditions: [condition] },
          },
        },
        { keyed: true },
      );
  }

  for (let round = 0; round < rounds; round++) {
    const running = Promise.all(Array.from({ length: atOnce }, () => pick(actions)()));
    // One process loads the search at the start, the other while the actions run.
    if (round === 2) await Promise.all(stores.map((store) => store.productSearch.start()));
    await running;
    // After each round, because later changes of a product correct its listing.
    if (crowd === "few products" && store)
      for (const one of await outdatedListings(store))
        surprises.push(`the listing of ${one} was out of date after round ${round}`);
  }
  await untilSettled(stores);
  await Promise.all(backgrounds.map((background) => background.stop()));
  return { surprises, counts, tags, units, staying };
};

/** Waits until all events are delivered and all work is done. */
const untilSettled = async ([store]: readonly Store[]): Promise<void> => {
  for (;;) {
    const [row] =
      (await store?.readSource.query(
        "SELECT (SELECT COUNT(*) FROM outbox WHERE status = 'PENDING') + (SELECT COUNT(*) FROM scheduled_work WHERE status = 'PENDING' AND every_ms IS NULL) AS open",
      )) ?? [];
    if (Number(row?.["open"] ?? 0) === 0) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
};
