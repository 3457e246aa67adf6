import { createHash } from "node:crypto";
import { catalog, type Catalog } from "../../src/application/catalog/catalog.js";
import { announceCollection } from "../../src/application/catalog/collections/announce-collection.js";
import { evaluateCollection } from "../../src/application/catalog/collections/evaluate-collection.js";
import { keepCollections } from "../../src/application/catalog/collections/keep-collections.js";
import { announcePublication } from "../../src/application/catalog/products/announce-publication.js";
import { clearPriceLists } from "../../src/application/catalog/offers/clear-price-list.js";
import { fillPriceLists } from "../../src/application/catalog/offers/fill-price-list.js";
import { pricing } from "../../src/application/pricing/pricing.js";
import { changePrice } from "../../src/application/catalog/offers/change-price.js";
import { forgetScheduledPrices } from "../../src/application/catalog/offers/forget-scheduled-prices.js";
import type { Call, Outcome } from "../../src/application/shared/change.js";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import { ADMIN_KEY_HOLDER, OPERATOR } from "../../src/application/shared/viewer.js";
import type { Store } from "../../src/infrastructure/data-source.js";
import { systemClock } from "../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../src/infrastructure/shared/type-ids.js";
import { startBackground, type Background } from "../../src/wiring/background.js";
import { openForBusiness } from "../builders/default-market.js";
import { randomFrom } from "./random-from.js";
import { fileOf, mugSheet, variantSheet } from "../builders/product-sheet.js";

const SILENT = {
  debug: () => undefined,
  error: () => undefined,
  warn: () => undefined,
  info: () => undefined,
};

export interface Crowd {
  /** The same database, opened several times, as several processes do. */
  readonly stores: readonly Store[];
  readonly seed: number;
  readonly rounds: number;
  readonly atOnce: number;
}

/** What editors were told, to be compared with what is there in the end. */
export interface Told {
  /** Errors that are no refusals, and answers to one key that differ. */
  readonly surprises: readonly string[];
  /** How often each mutation was carried out, refused, and put off because the database was busy. */
  readonly counts: ReadonlyMap<
    string,
    { readonly done: number; readonly refused: number; readonly putOff: number }
  >;
  /** Tags that were put on products that stay: `product tag`. */
  readonly tags: ReadonlySet<string>;
  /** Units by which the stock of variants was adjusted. */
  readonly units: ReadonlyMap<string, number>;
  /** The products that stay, with their variants whose stock is only adjusted. */
  readonly staying: ReadonlyMap<string, string>;
}

type Change = (
  command: never,
  viewer: typeof ADMIN_KEY_HOLDER,
  call?: Call,
) => Promise<Outcome<unknown>>;

/** Lets a crowd of editors do anything that can be done to a catalogue, all at once, with imports and scheduled work beside them. */
export const busyShop = async ({ stores, seed, rounds, atOnce }: Crowd): Promise<Told> => {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(some: readonly T[]): T => some[below(some.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const ids = new TypeIds(systemClock);
  const shops: readonly Catalog[] = stores.map((store) => ({
    ...pricing({ ...store, markets: { all: store.readMarkets }, clock: systemClock, ids }),
    ...catalog({ ...store, clock: systemClock, ids, currency: "EUR" }),
  }));
  for (const store of stores) {
    await openForBusiness(store.unitOfWork, "EUR", "en", ids);
  }
  await stores[0]?.productSearch.start();
  const backgrounds: readonly Background[] = stores.map((store) =>
    startBackground({
      store,
      reactions: {
        subscribers: [forgetScheduledPrices],
        jobs: [
          announcePublication,
          announceCollection,
          keepCollections({ clock: systemClock }),
          evaluateCollection({ clock: systemClock }),
          changePrice({ clock: systemClock, ids }),
          fillPriceLists({ clock: systemClock, ids }),
          clearPriceLists({ clock: systemClock, ids }),
        ],
        recurring: [],
      },
      clock: systemClock,
      log: SILENT,
      pollMs: 40,
    }),
  );

  const surprises: string[] = [];
  const counts = new Map<string, { done: number; refused: number; putOff: number }>();
  const [tags, units, staying] = [
    new Set<string>(),
    new Map<string, number>(),
    new Map<string, string>(),
  ];
  const [products, variants, collections, definitions]: [string[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
  ];
  const parts = new Map<
    string,
    { readonly variants: readonly string[]; readonly media: readonly string[] }
  >();
  const [works, lists, markets]: [string[], string[], string[]] = [[], [], []];
  let turn = 0;

  const send = async (
    mutation: string,
    command: object,
    { keyed = chance(0.5) } = {},
  ): Promise<Outcome<Readonly<Record<string, unknown>>> | null> => {
    const count = counts.get(mutation) ?? { done: 0, refused: 0, putOff: 0 };
    counts.set(mutation, count);
    const key = keyed
      ? {
          actor: "crowd",
          key: `key ${seed} ${turn++}`,
          operation: mutation,
          responseKey: mutation,
          fingerprint: createHash("sha256").update(JSON.stringify(command)).digest("hex"),
        }
      : null;
    const call: Call = { key, dryRun: !keyed && chance(0.05), problems: [] };
    const at = (shop: Catalog) =>
      ((shop as unknown as Record<string, Change>)[mutation] as Change)(
        command as never,
        ADMIN_KEY_HOLDER,
        call,
      );
    for (let attempt = 1; ; attempt++) {
      try {
        // Now and then the same key comes to two processes at once.
        const both = key && chance(0.15) ? shops.slice(0, 2) : [pick(shops)];
        const answers = await Promise.allSettled(both.map(at));
        const given = answers.flatMap((answer) =>
          answer.status === "fulfilled" &&
          answer.value.refusals[0]?.code !== "IDEMPOTENCY_CONCURRENT_REQUEST"
            ? [answer.value]
            : [],
        );
        const failed = answers.flatMap((answer) =>
          answer.status === "rejected" ? [answer.reason as unknown] : [],
        );
        for (const error of failed) if (!(error instanceof StoreUnavailable)) throw error;
        if (given.filter(({ replayed }) => !replayed).length > 1)
          surprises.push(`${mutation} was carried out twice under one key`);
        if (
          new Set(given.map(({ result, refusals }) => JSON.stringify([result, refusals]))).size > 1
        )
          surprises.push(`${mutation} was answered in two ways under one key`);
        const [answer] = given;
        if (!answer) throw new StoreUnavailable("Nobody could take it now.");
        if (call.dryRun) return null;
        if (answer.refusals.length > 0) count.refused += 1;
        else count.done += 1;
        return answer as Outcome<Readonly<Record<string, unknown>>>;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) {
          surprises.push(
            `${mutation}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          );
          return null;
        }
        count.putOff += 1;
        if (!key || attempt === 20) return null;
      }
    }
  };

  const learn = async (product: string): Promise<void> => {
    products.push(product);
    await stores[0]?.unitOfWork.run(async (all) => {
      const found = [...(await all.products.byId([product as never])).values()][0]?.snapshot();
      parts.set(product, {
        variants: found?.variants.map(({ id }) => id) ?? [],
        media: found?.media.map(({ id }) => id) ?? [],
      });
      variants.push(...(found?.variants.map(({ id }) => id) ?? []));
    });
  };
  const create = async (title: string, more: object = {}): Promise<string | null> => {
    const answer = await send("productCreate", {
      product: {
        title,
        tags: ["tea"],
        media: [
          { url: `https://img.example/${turn}.webp` },
          { url: `https://img.example/b${turn}.webp` },
        ],
        ...more,
      },
    });
    const product = answer?.result?.["productId"];
    if (typeof product !== "string") return null;
    await learn(product);
    return product;
  };
  const sized = (n: number) => ({
    options: [{ name: "Size", values: ["S", "M", "L"] }],
    variants: ["S", "M"].map((value) => ({
      optionValues: [{ name: "Size", value }],
      sku: chance(0.5) ? `SKU-${n}-${value}` : null,
      price: "5.00",
      onHand: chance(0.5) ? 5 : null,
    })),
  });
  const some = (from: readonly string[], most: number): readonly string[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => pick(from))),
  ];
  const items = <More extends object>(more: (id: string) => More) => ({
    items: some(products, 12)
      .concat(chance(0.3) ? ["product_01h00000000000000000000099"] : [])
      .map((id) => ({ id, ...more(id) })),
    onError: chance(0.7) ? "SKIP" : "ABORT",
  });
  const soon = (): Date => new Date(Date.now() + 20 + below(400));
  const withParts = (
    act: (product: {
      readonly id: string;
      readonly variants: readonly string[];
      readonly media: readonly string[];
    }) => Promise<unknown>,
  ): Promise<unknown> => {
    const id = pick(products.filter((one) => !staying.has(one)));
    const own = parts.get(id) ?? { variants: [], media: [] };
    return act({
      id,
      variants: own.variants.length > 0 ? own.variants : variants,
      media: own.media.length > 0 ? own.media : ["media_01h00000000000000000000099"],
    });
  };
  const ruling = () => ({
    match: chance(0.5) ? "ALL" : "ANY",
    conditions: [
      pick([
        { field: "TAG", operator: "EQUALS", value: `label-${below(6)}` },
        { field: "TAG", operator: "CONTAINS", value: "tea" },
      ]),
      pick([
        { field: "PRICE", operator: "LESS_THAN", value: `${5 + below(20)}` },
        { field: "STOCK", operator: "AT_LEAST", value: `${below(6)}` },
        { field: "TITLE", operator: "ENDS_WITH", value: `${below(5)}` },
        { field: "METAFIELD", operator: "IS_SET", key: `care.field${below(3)}` },
      ]),
    ],
  });
  const doomed = (): readonly string[] => {
    const ones = some(products, 3).filter((one) => !staying.has(one));
    return ones.length > 0 ? ones : ["product_01h00000000000000000000098"];
  };

  const deeds: readonly (() => Promise<unknown>)[] = [
    () => create(`Mug ${below(4)}`, chance(0.5) ? sized(turn) : {}),
    async () => {
      const answer = await send("productsCreate", {
        items: Array.from({ length: 1 + below(5) }, () => ({
          title: `Pot ${below(3)}`,
          ...(chance(0.2) ? { slug: "pot" } : {}),
          variants: [{ sku: `POT-${below(20)}`, price: "3.00" }],
        })),
        onError: chance(0.7) ? "SKIP" : "ABORT",
      });
      for (const { result } of (answer?.result?.["items"] ?? []) as readonly {
        readonly result: { readonly productId: string } | null;
      }[])
        if (result) await learn(result.productId);
    },
    async () => {
      const answer = await send("productDuplicate", { id: pick(products) });
      if (answer?.result) await learn(String(answer.result["productId"]));
    },
    () =>
      send("productUpdate", {
        id: pick(products),
        changes: { title: `Title ${below(5)}`, vendor: `Vendor ${below(3)}` },
      }),
    () =>
      withParts(({ id }) =>
        send("productUpdate", {
          id,
          changes: {
            title: `Title ${below(5)}`,
            ...(chance(0.8) ? { slug: `slug-${below(12)}` } : {}),
          },
        }),
      ),
    () =>
      send(
        "productsUpdate",
        items((id) => ({
          changes: {
            title: `Title ${below(9)}`,
            ...(!staying.has(id) && chance(0.2) ? { slug: `slug-${below(12)}` } : {}),
          },
        })),
      ),
    () => send("productDelete", { id: pick(doomed()) }),
    () =>
      send("productsDelete", {
        items: doomed().map((id) => ({ id })),
        onError: chance(0.7) ? "SKIP" : "ABORT",
      }),
    () =>
      send("productPublish", {
        id: pick(products),
        ...(chance(0.5)
          ? { from: soon(), until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null }
          : {}),
      }),
    () =>
      send(
        "productsPublish",
        items(() => ({})),
      ),
    () => send("productUnpublish", { id: pick(products) }),
    () =>
      send(
        "productsArchive",
        items(() => ({})),
      ),
    () =>
      send(
        "productsUnarchive",
        items(() => ({})),
      ),
    () => send("productsTagsAdd", { ...items(() => ({})), tags: [`label-${below(6)}`] }),
    () => send("productsTagsRemove", { ...items(() => ({})), tags: [`label-${below(6)}`, "tea"] }),
    async () => {
      const [product, tag] = [pick([...staying.keys()]), `mark-${turn++}`];
      if ((await send("productTagsAdd", { id: product, tags: [tag] }, { keyed: true }))?.result)
        tags.add(`${product} ${tag}`);
    },
    async () => {
      const [variant, by] = [pick([...staying.values()]), 1 + below(5)];
      if (
        (await send("stockAdjust", { adjustments: [{ variantId: variant, by }] }, { keyed: true }))
          ?.result
      )
        units.set(variant, (units.get(variant) ?? 0) + by);
    },
    () =>
      send("stockCount", {
        counts: some(variants, 6)
          .filter((one) => ![...staying.values()].includes(one))
          .map((variantId) => ({ variantId, onHand: below(50) })),
        onError: "SKIP",
      }),
    () =>
      send("variantsUpdate", {
        items: some(variants, 10).map((id) => ({
          id,
          changes: {
            price: `${1 + below(30)}.00`,
            ...(chance(0.2) ? { sku: `SHARED-${below(6)}` } : {}),
          },
        })),
        onError: chance(0.7) ? "SKIP" : "ABORT",
      }),
    () =>
      send("variantPriceSchedule", {
        variantId: pick(variants),
        at: soon(),
        until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null,
        price: `${1 + below(9)}.00`,
      }).then(
        (answer) => void (answer?.result && works.push(String(answer.result["scheduledPriceId"]))),
      ),
    () =>
      send("variantPriceScheduleCancel", {
        id: pick(works.length > 0 ? works : ["work_01h00000000000000000000099"]),
      }),
    () =>
      send("productOptionUpdate", {
        id: pick(products),
        name: "Size",
        renameValues: [{ from: "S", to: "XS" }],
        addValues: [`V${below(3)}`],
      }),
    () =>
      send("productOptionAdd", { id: pick(products), name: "Glaze", values: ["matt", "bright"] }),
    () => send("productOptionRemove", { id: pick(products), name: "Glaze" }),
    () =>
      send("productVariantsAdd", {
        id: pick(products),
        variants: [{ optionValues: [{ name: "Size", value: "L" }], price: "6.00", onHand: 3 }],
      }),
    () =>
      withParts(({ id, variants: own }) =>
        send("productVariantsRemove", { id, variantIds: [pick(own)] }),
      ),
    () =>
      withParts(({ id, variants: own }) =>
        send("productVariantsReorder", { id, variantIds: [pick(own)] }),
      ),
    () =>
      withParts(({ id, variants: own }) =>
        send("productVariantsUpdate", {
          id,
          variants: [
            {
              id: pick(own),
              changes: { price: `${1 + below(9)}.00`, onHand: chance(0.3) ? null : below(9) },
            },
          ],
        }),
      ),
    () =>
      send("productMediaAdd", {
        id: pick(products),
        media: [{ url: `https://img.example/${turn}.webp` }],
        at: 0,
      }),
    () =>
      withParts(({ id, media: own }) => send("productMediaRemove", { id, mediaIds: [pick(own)] })),
    () =>
      withParts(({ id, media: own }) => send("productMediaReorder", { id, mediaIds: [pick(own)] })),
    () =>
      withParts(({ id, media: own, variants: sold }) =>
        send("productVariantsUpdate", {
          id,
          variants: [{ id: pick(sold), changes: { mediaId: pick(own) } }],
        }),
      ),
    () =>
      send("productMetafieldsSet", {
        id: pick(products),
        metafields: [{ namespace: "care", key: `field${below(3)}`, value: `v${below(5)}` }],
      }),
    () =>
      send("productTranslationsSet", {
        id: pick(products),
        translations: [
          {
            locale: pick(["de", "de-AT", "fr"]),
            title: `Becher ${below(9)}`,
            ...(chance(0.5)
              ? {
                  options: [
                    {
                      name: "Size",
                      translation: "Größe",
                      values: [{ value: pick(["S", "XS", "L"]), translation: `W${below(4)}` }],
                    },
                  ],
                }
              : {}),
          },
        ],
      }),
    () =>
      withParts(({ id, media: own }) =>
        send("productTranslationsSet", {
          id,
          translations: [{ locale: "de", media: [{ id: pick(own), alt: `Bild ${below(9)}` }] }],
        }),
      ),
    () => send("productTranslationsRemove", { id: pick(products), locales: [pick(["de", "fr"])] }),
    () =>
      send("collectionTranslationsSet", {
        id: pick(collections),
        translations: [{ locale: "de", title: `Gruppe ${below(9)}` }],
      }),
    () => send("collectionTranslationsRemove", { id: pick(collections), locales: ["de"] }),
    () =>
      send("priceListCreate", {
        priceList: { key: `list-${below(6)}`, currency: pick(["EUR", "CHF"]) },
      }).then(
        (answer) => void (answer?.result && lists.push(String(answer.result["priceListId"]))),
      ),
    () =>
      send("priceListPricesSet", {
        priceListId: pick(lists),
        items: some(variants.concat(...staying.values()), 8).map((variantId) => ({
          variantId,
          price: `${1 + below(9)}.00`,
          compareAtPrice: chance(0.3) ? "9.50" : null,
        })),
        onError: "SKIP",
      }),
    () =>
      withParts(({ variants: own }) =>
        send("priceListPricesSet", {
          priceListId: pick(lists),
          items: own
            .slice(0, 1 + below(2))
            .map((variantId) => ({ variantId, price: `${1 + below(9)}.00` })),
          onError: "SKIP",
        }),
      ),
    () =>
      send("priceListPricesRemove", {
        priceListId: pick(lists),
        items: some(variants, 8).map((variantId) => ({ variantId })),
        onError: "SKIP",
      }),
    () =>
      chance(0.3)
        ? send("priceListDelete", { id: pick(lists) })
        : send("variantsUpdate", {
            items: some(variants, 4).map((id) => ({
              id,
              changes: { price: chance(0.5) ? null : "2.00", compareAtPrice: null, cost: null },
            })),
            onError: "SKIP",
          }),
    () =>
      send("marketCreate", {
        market: {
          key: `market-${below(5)}`,
          priceListId: chance(0.7) ? pick(lists) : null,
          countries: chance(0.5) ? [pick(["DE", "CH", "AT"])] : [],
        },
      }).then((answer) => void (answer?.result && markets.push(String(answer.result["marketId"])))),
    () => send("marketDelete", { id: pick(markets.concat("market_01h00000000000000000000099")) }),
    () =>
      send("metafieldDefinitionCreate", {
        definition: { namespace: "care", key: `field${below(3)}`, type: "TEXT" },
      }).then(
        (answer) =>
          void (answer?.result && definitions.push(String(answer.result["metafieldDefinitionId"]))),
      ),
    () =>
      send("metafieldDefinitionDelete", {
        id: pick(definitions.length > 0 ? definitions : ["metafield_01h00000000000000000000099"]),
      }),
    () =>
      send("collectionCreate", {
        collection: { title: `Group ${below(3)}`, productIds: some(products, 10) },
      }).then(
        (answer) =>
          void (answer?.result && collections.push(String(answer.result["collectionId"]))),
      ),
    () =>
      send("collectionUpdate", { id: pick(collections), changes: { slug: `group-${below(8)}` } }),
    () =>
      send("collectionProductsAdd", {
        id: pick(collections),
        productIds: some(products, 15),
        at: chance(0.5) ? 0 : null,
      }),
    () =>
      send("collectionProductsRemove", { id: pick(collections), productIds: some(products, 2) }),
    () =>
      send("collectionProductsReorder", {
        id: pick(collections),
        moves: some(products, 2).map((productId) => ({ productId, to: below(6) })),
      }),
    () =>
      send("collectionProductsReorder", {
        id: collections[0] ?? "",
        moves: [{ productId: pick([...staying.keys()]), to: below(12) }],
      }),
    () =>
      send("collectionProductsRemove", {
        id: pick(collections),
        productIds: [pick([...staying.keys()])],
      }),
    () =>
      send("collectionCreate", {
        collection: {
          title: `Group ${below(3)}`,
          rules: ruling(),
          parentId: chance(0.5) ? pick(collections) : null,
        },
      }).then(
        (answer) =>
          void (answer?.result && collections.push(String(answer.result["collectionId"]))),
      ),
    () =>
      send("collectionUpdate", {
        id: pick(collections.slice(3).concat(pick(collections))),
        changes: { rules: chance(0.8) ? ruling() : null },
      }),
    () =>
      send("collectionPlace", {
        id: pick(collections),
        parentId: chance(0.8) ? pick(collections) : null,
        ...(chance(0.5) ? { at: below(3) } : {}),
      }),
    () =>
      send("collectionPublish", {
        id: pick(collections),
        ...(chance(0.5)
          ? { from: soon(), until: chance(0.5) ? new Date(Date.now() + 500 + below(300)) : null }
          : {}),
      }),
    () => send("collectionUnpublish", { id: pick(collections) }),
    () =>
      send("collectionDelete", {
        id: pick(collections.slice(4).concat("collection_01h00000000000000000000099")),
      }),
    async () => {
      const sheets = new Map(
        Array.from({ length: 1 + below(25) }, () => below(40)).map((n) => [
          chance(0.2) ? `slug-${n % 12}` : `brought-${n}`,
          n,
        ]),
      );
      const file = fileOf(
        ...[...sheets].map(([slug, n]) =>
          mugSheet({
            slug,
            title: `Brought ${below(5)}`,
            collection: `Brought in ${n % 2}`,
            metafields: [
              { namespace: "care", key: `brought${n % 2}`, type: "TEXT", value: `v${below(3)}` },
            ],
            variants: [
              variantSheet({
                sku: `IN-${n}`,
                price: `${1 + below(9)}.00`,
                onHand: below(9),
                tracked: true,
              }),
            ],
          }),
        ),
      );
      const report = await pick(shops)
        .importProducts({ file }, OPERATOR)
        .catch((error: unknown) => {
          if (!(error instanceof StoreUnavailable))
            surprises.push(
              `importProducts: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
            );
          return null;
        });
      const count = counts.get("import") ?? { done: 0, refused: 0, putOff: 0 };
      counts.set("import", {
        done: count.done + (report ? report.products.created + report.products.updated : 0),
        refused: count.refused + (report?.products.refused ?? 0),
        putOff: count.putOff + (report ? 0 : 1),
      });
    },
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

  for (let round = 0; round < rounds; round++) {
    const acting = Promise.all(Array.from({ length: atOnce }, () => pick(deeds)()));
    // One process follows from the beginning on, the other begins to read while all the others write.
    if (round === 2) await Promise.all(stores.map((store) => store.productSearch.start()));
    await acting;
  }
  await settled(stores);
  await Promise.all(backgrounds.map((background) => background.stop()));
  return { surprises, counts, tags, units, staying };
};

/** Until nothing is left to be delivered or done. */
const settled = async ([store]: readonly Store[]): Promise<void> => {
  for (;;) {
    const [row] =
      (await store?.readSource.query(
        "SELECT (SELECT COUNT(*) FROM outbox WHERE status = 'PENDING') + (SELECT COUNT(*) FROM scheduled_work WHERE status = 'PENDING' AND every_ms IS NULL) AS open",
      )) ?? [];
    if (Number(row?.["open"] ?? 0) === 0) return;
    await new Promise((resume) => setTimeout(resume, 50));
  }
};
