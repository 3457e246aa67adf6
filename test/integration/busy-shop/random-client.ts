import { createHash } from "node:crypto";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import { inventory } from "../../../src/application/inventory/inventory.js";
import { pricing } from "../../../src/application/pricing/pricing.js";
import type { IdempotencyKey } from "../../../src/application/shared/idempotency-keys.js";
import type { Call, Outcome } from "../../../src/application/shared/change.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import { systemClock } from "../../../src/infrastructure/shared/system-clock.js";
import { TypeIds } from "../../../src/infrastructure/shared/type-ids.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { randomFrom } from "../random-from.js";

type Change = (
  command: never,
  viewer: typeof ADMIN_KEY_HOLDER,
  call?: Call,
) => Promise<Outcome<unknown>>;

/** A client that sends random commands to a shop, and keeps the ids that it got. */
export const randomClient = (stores: readonly Store[], seed: number) => {
  const random = randomFrom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(some: readonly T[]): T => some[below(some.length)] as T;
  const chance = (share: number): boolean => random() < share;
  const ids = new TypeIds(systemClock);
  const shops: readonly Catalog[] = stores.map((store) => ({
    ...inventory({ ...store, clock: systemClock, ids }),
    ...pricing({
      ...store,
      markets: { all: store.readMarkets },
      clock: systemClock,
      ids,
      currency: "EUR",
    }),
    ...catalog({ ...store, clock: systemClock, ids, currency: "EUR" }),
  }));
  const surprises: string[] = [];
  const counts = new Map<string, { done: number; refused: number; postponed: number }>();
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
  let number = 0;

  const send = async (
    mutation: string,
    command: object,
    { keyed = chance(0.5) } = {},
  ): Promise<Outcome<Readonly<Record<string, unknown>>> | null> => {
    const count = counts.get(mutation) ?? { done: 0, refused: 0, postponed: 0 };
    counts.set(mutation, count);
    const key: IdempotencyKey | null = keyed
      ? {
          actor: "crowd",
          key: `key ${seed} ${number++}`,
          operation: mutation,
          responseKey: mutation,
          formerActor: null,
          fingerprints: [createHash("sha256").update(JSON.stringify(command)).digest("hex")],
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
        const outcomes = answers.flatMap((answer) =>
          answer.status === "fulfilled" &&
          answer.value.refusals[0]?.code !== "IDEMPOTENCY_CONCURRENT_REQUEST"
            ? [answer.value]
            : [],
        );
        const failed = answers.flatMap((answer) =>
          answer.status === "rejected" ? [answer.reason as unknown] : [],
        );
        for (const error of failed) if (!(error instanceof StoreUnavailable)) throw error;
        if (outcomes.filter(({ replayed }) => !replayed).length > 1)
          surprises.push(`${mutation} was carried out twice under one key`);
        if (
          new Set(outcomes.map(({ result, refusals }) => JSON.stringify([result, refusals]))).size >
          1
        )
          surprises.push(`${mutation} was answered in two ways under one key`);
        const [answer] = outcomes;
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
        count.postponed += 1;
        if (!key || attempt === 20) return null;
      }
    }
  };

  const addKnown = async (product: string): Promise<void> => {
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
          { url: `https://img.example/${number}.webp` },
          { url: `https://img.example/b${number}.webp` },
        ],
        ...more,
      },
    });
    const product = answer?.result?.["productId"];
    if (typeof product !== "string") return null;
    await addKnown(product);
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
  const rules = () => ({
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
  const deletable = (): readonly string[] => {
    const ones = some(products, 3).filter((one) => !staying.has(one));
    return ones.length > 0 ? ones : ["product_01h00000000000000000000098"];
  };

  return {
    get number() {
      return number;
    },
    nextNumber: () => number++,
    below,
    pick,
    chance,
    some,
    items,
    soon,
    withParts,
    rules,
    deletable,
    send,
    create,
    addKnown,
    sized,
    products,
    variants,
    collections,
    definitions,
    works,
    lists,
    markets,
    staying,
    tags,
    units,
    shops,
    surprises,
    counts,
  };
};

export type RandomClient = ReturnType<typeof randomClient>;

/** An action on a shop, at random. */
export type Action = () => Promise<unknown>;
