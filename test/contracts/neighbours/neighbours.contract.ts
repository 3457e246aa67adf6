import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  KEY_LIFETIME_MS,
  type IdempotencyKey,
} from "../../../src/application/shared/idempotency-keys.js";
import { MetafieldDefinition } from "../../../src/domain/catalog/metafields/metafield-definition.js";
import { DEFAULT_CHECKOUT_TERMS } from "../../../src/domain/pricing/markets/market-checkout-terms.js";
import { DEFAULT_TAX_TERMS } from "../../../src/domain/pricing/markets/market-tax-terms.js";
import { Market } from "../../../src/domain/pricing/markets/market.js";
import { definitionId } from "../../builders/fill-shop.js";
import type { IdempotencySubject } from "../idempotency/idempotency.contract.js";
import {
  FRANCS,
  KRONER,
  LARGE_MUG,
  MATERIAL,
  MUG,
  NOW,
  PLANS,
  SMALL_MUG,
  SWISS,
  TEA,
  marketId,
  mugAndPlate,
} from "./mug-and-plate.js";

const idempotencyKey = (key: string): IdempotencyKey => ({
  actor: "admin-key",
  key,
  operation: "productUpdate",
  responseKey: "productUpdate",
  formerActor: null,
  fingerprints: ["f"],
});

/**
 * What is removed is removed completely, and nothing else is. Runs on the fake, SQLite and MySQL.
 */
export const neighboursContract = (name: string, open: () => Promise<IdempotencySubject>): void => {
  describe(`the neighbours of what is removed: ${name}`, () => {
    let subject: IdempotencySubject;
    type Run = IdempotencySubject["needs"]["unitOfWork"]["run"];
    type Stores = Parameters<Parameters<Run>[0]>[0];
    const inUnit: Run = (part) => subject.needs.unitOfWork.run(part);

    beforeAll(async () => {
      subject = await open();
    });
    afterAll(async () => subject.close?.());
    beforeEach(async () => {
      await subject.empty();
      await mugAndPlate(subject.needs.unitOfWork);
    });

    const rows = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      const collect = (value: unknown): void => {
        if (!Array.isArray(value)) return;
        const [table, contents] = value as readonly unknown[];
        if (typeof table === "string" && Array.isArray(contents))
          found.push(
            ...contents.map((row) =>
              withoutPosition(`${table} ${typeof row === "string" ? row : JSON.stringify(row)}`),
            ),
          );
        else value.forEach(collect);
      };
      collect(JSON.parse(await subject.state()));
      return found;
    };
    /** The rows that were removed or changed. */
    const lost = async (part: (stores: Stores) => Promise<unknown>): Promise<readonly string[]> => {
      const before = await rows();
      await inUnit(part);
      const after = new Set(await rows());
      return before.filter((row) => !after.has(row));
    };
    /** The rows that do not contain all of the marks: they should have stayed. */
    const besides = (removed: readonly string[], ...marks: readonly string[]): readonly string[] =>
      removed.filter(
        // The revision of the terms is another one after each change of them.
        (row) => !row.includes("terms-revision") && !marks.every((mark) => row.includes(mark)),
      );

    /** A removal, the marks of all rows that it removes, and the number of those rows. */
    const REMOVALS: readonly (readonly [
      string,
      (stores: Stores) => Promise<unknown>,
      readonly string[],
      number,
    ])[] = [
      [
        "the own price of a variant is removed with the history of all its prices, and nothing else is",
        ({ prices }) => prices.remove([SMALL_MUG]),
        ["price", SMALL_MUG],
        4,
      ],
      [
        "a price is removed from one price list, and the prices in other lists and of other variants stay",
        async ({ listPrices }) => {
          const { prices } = await listPrices.lock(FRANCS, [SMALL_MUG]);
          prices.get(SMALL_MUG)?.set(1, null);
          await listPrices.save([...prices.values()].flatMap(({ changed }) => changed));
        },
        // Its entry in the history is replaced, because no time has passed.
        ["price", SMALL_MUG, FRANCS],
        2,
      ],
      [
        "the prices of a deleted variant are removed from all price lists, and no others",
        ({ listPrices }) => listPrices.removeOfVariants([SMALL_MUG]),
        ["list_price", SMALL_MUG],
        2,
      ],
      [
        "the prices of a deleted price list are removed in portions, and those of other lists stay",
        ({ listPrices }) => listPrices.clear(KRONER, 2),
        ["list_price", KRONER],
        2,
      ],
      [
        "only prices of the deleted price list are removed",
        ({ listPrices }) => listPrices.clear(KRONER, 250),
        ["list_price", KRONER],
        3,
      ],
      [
        "the price ranges of a deleted price list are removed, and those of other lists stay",
        ({ priceListListings }) => priceListListings.clear(KRONER, 250),
        ["price_range", KRONER],
        2,
      ],
      [
        "a discarded stock item is removed alone",
        async ({ stockItems }) => {
          const item = await stockItems.get(SMALL_MUG);
          item.discard();
          await stockItems.discard([item]);
        },
        ["stock_item", SMALL_MUG],
        1,
      ],
      [
        "the stock of a deleted variant is removed alone",
        ({ stockItems }) => stockItems.remove([LARGE_MUG]),
        ["stock_item", LARGE_MUG],
        1,
      ],
      [
        "the redirect of a slug that is in use again ends, and every other redirect stays",
        ({ redirects }) => redirects.release("product", ["cup"]),
        ["slug_redirect", "product", "cup", MUG],
        1,
      ],
      [
        "the redirects to a deleted product are removed, and all others stay",
        ({ redirects }) => redirects.removeOfTargets("product", [MUG]),
        ["slug_redirect", "product", MUG],
        2,
      ],
      [
        "a product is removed from one collection, and stays in the others",
        ({ collections }) => collections.removeProducts(TEA, [MUG]),
        ["collection_product", TEA, MUG],
        1,
      ],
      [
        "a setting is removed alone",
        ({ settings }) => settings.remove("colour"),
        ["setting", "colour"],
        1,
      ],
      [
        "cancelled work is cancelled alone",
        ({ schedule }) => schedule.cancel([PLANS[0].id]),
        ["work", PLANS[0].id],
        1,
      ],
      [
        "the work of one kind and one subject is cancelled, and no work of another kind or subject",
        ({ schedule }) => schedule.cancelOfSubject("pricing.change-price", SMALL_MUG),
        ["work", PLANS[0].id],
        1,
      ],
      [
        "the work of a deleted subject is cancelled, and no work of another subject",
        ({ schedule }) => schedule.cancelAllOfSubjects([SMALL_MUG]),
        ["work", SMALL_MUG],
        2,
      ],
      [
        "dropped work is removed alone",
        ({ workLog }) => workLog.drop([PLANS[1].id]),
        ["work", PLANS[1].id],
        1,
      ],
      [
        "the note of a checked product is removed alone",
        ({ collectionUpkeep }) => collectionUpkeep.settle([MUG]),
        ["collection_due", MUG],
        1,
      ],
      [
        "a finished evaluation ends alone",
        ({ collectionUpkeep }) => collectionUpkeep.finish(TEA),
        ["collection_evaluation", TEA],
        1,
      ],
      [
        "a price list is removed alone, before its prices are",
        async ({ priceLists }) => {
          const list = await priceLists.get(KRONER);
          list.delete(0);
          await priceLists.remove(list);
        },
        // Its terms in the history are replaced, because no time has passed.
        ["price_list", "kroner"],
        2,
      ],
    ];

    test.each(REMOVALS)("%s", async (_, part, marks, count) => {
      const removed = await lost(part);

      expect(besides(removed, ...marks)).toEqual([]);
      expect(removed).toHaveLength(count);
    });

    test("a market is removed with its countries, which are free afterwards, and the countries of other markets stay", async () => {
      const removed = await lost(async ({ markets }) => {
        const market = await markets.get(SWISS);
        market.close();
        await markets.remove(market);
      });

      expect(besides(removed, "market", SWISS)).toEqual([]);
      expect(removed.join()).toContain("LI");
      await inUnit((stores) => stores.markets.save(aMarket(3, "li", ["LI"])));
      await expect(
        inUnit((stores) => stores.markets.save(aMarket(4, "dk-2", ["DK"]))),
      ).rejects.toThrow("DK already belongs to another market");
    });

    test("a country that a market gives up is free, and the countries that it keeps are not", async () => {
      await inUnit(async ({ markets, priceLists }) => {
        const market = await markets.get(SWISS);
        const { id: _, isDefault: __, version: ___, ...content } = market.snapshot();
        const priceList = (await priceLists.get(FRANCS)).snapshot();
        market.revise({ ...content, countries: ["CH"] }, { baseCurrency: "EUR", priceList }, NOW);
        await markets.save(market);
      });

      await inUnit((stores) => stores.markets.save(aMarket(3, "li", ["LI"])));
      await expect(
        inUnit((stores) => stores.markets.save(aMarket(4, "ch-2", ["CH"]))),
      ).rejects.toThrow("CH already belongs to another market");
    });

    test("a product is removed with all its parts, and with nothing of another product", async () => {
      const removed = await lost(async ({ products }) => {
        const mug = await products.get(MUG);
        mug.delete();
        await products.remove([mug]);
      });

      expect(besides(removed, MUG)).toEqual([]);
      expect(removed.join()).toContain("Becher");
      const left = (await rows()).filter((row) => row.includes(MUG));
      expect(left.filter((row) => !LEFT_BEHIND.test(row))).toEqual([]);
    });

    test("a collection is removed with its positions and its texts, and its products stay in their other collections", async () => {
      const removed = await lost(async ({ collections }) => {
        const tea = await collections.get(TEA);
        tea.delete();
        await collections.remove(tea);
      });

      expect(besides(removed, TEA)).toEqual([]);
      expect(removed.join()).toContain("Tee");
      expect(removed.filter((row) => row.includes(MUG))).toHaveLength(1);
    });

    test("a metafield definition is removed alone", async () => {
      const removed = await lost(async ({ metafieldDefinitions }) => {
        await metafieldDefinitions.save([
          MetafieldDefinition.declare(
            definitionId(1),
            { namespace: "details", key: "glaze", type: "TEXT", name: "Glaze", description: "" },
            NOW,
          ),
        ]);
        const material = (await metafieldDefinitions.byName([MATERIAL])).get("details.material");
        if (!material) throw new Error("It was declared.");
        material.delete(0);
        await metafieldDefinitions.remove(material);
      });

      expect(besides(removed, "metafield_definition", "material")).toEqual([]);
      expect(removed).toHaveLength(1);
      expect((await rows()).filter((row) => row.includes("glaze"))).toHaveLength(1);
    });

    test("a dropped event is removed alone", async () => {
      const [first] = await inUnit(({ eventLog }) => eventLog.list("PENDING", 1));
      const removed = await lost(({ eventLog }) => eventLog.drop([first?.id ?? ""]));

      expect(removed).toHaveLength(1);
      expect(besides(removed, first?.id ?? "nothing")).toEqual([]);
    });

    test("an idempotency key expires at the end of its time, and not a millisecond before", async () => {
      const end = new Date(NOW.getTime() + KEY_LIFETIME_MS);
      const early = new Date(end.getTime() - 1);
      const claimed = (key: string, now: Date) =>
        inUnit(({ idempotencyKeys }) => idempotencyKeys.claim(idempotencyKey(key), now));
      await inUnit(async ({ idempotencyKeys }) => {
        for (const [key, now] of [
          ["first", NOW],
          ["second", new Date(NOW.getTime() + 1)],
        ] as const) {
          await idempotencyKeys.claim(idempotencyKey(key), now);
          await idempotencyKeys.saveOutcome(idempotencyKey(key), { result: key, refusals: [] });
        }
      });

      expect(await inUnit(({ idempotencyKeys }) => idempotencyKeys.removeExpired(early, 10))).toBe(
        0,
      );
      expect(await claimed("first", early)).toEqual({ result: "first", refusals: [] });
      expect(await inUnit(({ idempotencyKeys }) => idempotencyKeys.removeExpired(end, 10))).toBe(1);
      expect(await claimed("second", end)).toEqual({ result: "second", refusals: [] });
      expect(await claimed("second", new Date(end.getTime() + 1))).toBeNull();
    });
  });
};

/** The other rows of a list may get new positions: that is no loss. */
const withoutPosition = (row: string): string => row.replace(/"position":-?\d+/, '"position":0');

/** What is kept of a deleted product on purpose, or has a removal of its own. */
const LEFT_BEHIND =
  /^(?:catalog_)?(?:collection_due|product_revision|slug_redirect) |^(?:event|outbox) /;

const aMarket = (n: number, key: string, countries: readonly string[]): Market =>
  Market.open(
    marketId(900 + n),
    {
      key,
      name: key,
      countries,
      currency: "EUR",
      locales: ["en"],
      pricesIncludeTax: true,
      showsLowestPrice: false,
      priceList: null,
      ...DEFAULT_TAX_TERMS,
      ...DEFAULT_CHECKOUT_TERMS,
    },
    { baseCurrency: "EUR", priceList: null },
    NOW,
  );
