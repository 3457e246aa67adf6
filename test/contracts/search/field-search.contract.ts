import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, type Catalog } from "../../../src/application/catalog/catalog.js";
import type { FieldCondition } from "../../../src/application/search/ports/product-search.js";
import { search as searchOf } from "../../../src/application/search/search.js";
import { GUEST, OPERATOR, type Viewer } from "../../../src/application/shared/viewer.js";
import type { MetafieldDefinitionId, ProductId } from "../../../src/domain/catalog/ids.js";
import { FieldNotSearchable } from "../../../src/domain/search/field-not-searchable.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import {
  countedGlasses,
  fieldConditions,
  glasses,
  GLASS_FIELDS,
  GLASS_PICKS,
  isList,
  matchingGlasses,
  type Glass,
  type GlassPick,
} from "./glasses.js";
import { addProduct, searching, titlesOf, type SearchSubject } from "./search-subject.js";

const GLASSES = glasses(30, 7);
const EVERYTHING = { size: 100, direction: "forward", after: null, before: null } as const;
const GERMAN: Viewer = {
  ...GUEST,
  shoppingContext: {
    market: "de",
    currency: "EUR",
    priceLists: [],
    locale: "de",
    moment: new Date(0),
    salesChannel: "WEB",
  },
};

/**
 * Custom fields as filters, facets and sort keys, compared with a count of one product and one
 * variant after the other.
 */
export const fieldSearch = (open: () => Promise<SearchSubject>): void => {
  describe("custom fields", () => {
    let subject: SearchSubject;
    let shop: Catalog;
    let search: ReturnType<typeof searching>;
    const definitions = new Map<string, MetafieldDefinitionId>();

    beforeAll(async () => {
      subject = await open();
      const needs = { ...subject, clock: fixedClock(), ids: numberedIds(), currency: "EUR" };
      shop = catalog(needs);
      search = searching(searchOf(needs));
      for (const { key, type, owners, values } of GLASS_FIELDS) {
        const { result, refusals } = await shop.metafieldDefinitionCreate(
          {
            definition: {
              namespace: "glass",
              key,
              type,
              owners,
              filterable: true,
              sortable: key === "shape" || key === "year",
              ...(type.startsWith("CHOICE") && {
                choices: values.map((value) => ({
                  value,
                  label: `The ${value}`,
                  translations: [{ locale: "de", label: `Das ${value}` }],
                })),
              }),
            },
          },
          OPERATOR,
        );
        expect(refusals).toEqual([]);
        if (result) definitions.set(key, result.metafieldDefinitionId);
      }
      for (const glass of GLASSES) await addGlass(glass);
    });
    afterAll(() => subject.close());

    const addGlass = async ({ title, values, variants }: Glass): Promise<ProductId> => {
      const id = await addProduct(shop, title, {
        options: [{ name: "Size", values: [] }],
        metafields: metafieldsOf(values),
        variants: variants.map(({ size, stock }) => ({
          optionValues: [{ name: "Size", value: size }],
          tracked: true,
          onHand: stock,
          price: "10.00",
        })),
      });
      const found = await subject.catalogReads.variantsOfProducts(
        [id],
        EVERYTHING,
        new Set(["optionValues"]),
      );
      for (const { item } of found.get(id)?.items ?? []) {
        const variant = variants.find(({ size }) => size === item.optionValues?.[0]);
        const metafields = metafieldsOf(variant?.values ?? {});
        if (metafields.length === 0) continue;
        const { refusals } = await shop.productVariantMetafieldsSet(
          { id, variantId: item.id, metafields },
          OPERATOR,
        );
        expect(refusals).toEqual([]);
      }
      return id;
    };
    const searchFor = (pick: GlassPick, withFacets = false) =>
      search(null, {
        withFacets,
        filter: {
          metafields: fieldConditions(pick),
          ...(pick.sizes.length > 0 && { options: [{ name: "Size", values: pick.sizes }] }),
          ...(pick.available !== null && { available: pick.available }),
        },
      });
    const facets = async (viewer: Viewer = GUEST, metafields: readonly FieldCondition[] = []) =>
      (await search(null, { withFacets: true, filter: { metafields } }, viewer)).facets.filter(
        ({ kind }) => kind === "METAFIELD",
      );
    const facet = async (key: string, viewer?: Viewer) =>
      (await facets(viewer)).find(({ name }) => name === `glass.${key}`);
    const sorted = async (metafield: string, reverse = false) =>
      titlesOf(await search(null, { sort: { key: "METAFIELD", metafield, reverse } }));
    const assertForAll = (check: (pick: GlassPick) => Promise<void>, numRuns: number) =>
      fc.assert(fc.asyncProperty(GLASS_PICKS, check), { numRuns, seed: 5 });

    test("find the products of which one variant meets all conditions", async () => {
      await assertForAll(async (pick) => {
        expect(titlesOf(await searchFor(pick)).toSorted()).toEqual(
          matchingGlasses(GLASSES, pick)
            .map(({ title }) => title)
            .toSorted(),
        );
      }, 200);
    });

    test("are facets that count what a search with one of their values finds", async () => {
      await assertForAll(async (pick) => {
        const found = (await searchFor(pick, true)).facets.filter(
          ({ kind, field }) => kind === "METAFIELD" && field?.range === null,
        );
        const counts = found.flatMap(({ name, values }) =>
          values
            .filter(({ count }) => count > 0)
            .map(({ value, count }) => [`${name ?? ""} ${value}`, count]),
        );
        expect(Object.fromEntries(counts)).toEqual(countedGlasses(GLASSES, pick));
      }, 150);
    });

    test("of numbers are facets of ranges that count what a search in them finds", async () => {
      await assertForAll(async (pick) => {
        const found = (await searchFor(pick, true)).facets.filter(({ field }) => field?.range);
        for (const { name, values } of found)
          for (const { from = null, to = null, count } of values) {
            const others = fieldConditions(pick).filter((one) => one.name !== name);
            const range = {
              name: String(name),
              min: from === null ? undefined : Number(from),
              max: to === null ? undefined : Number(to),
            };
            const { total } = await search(null, {
              filter: {
                metafields: [
                  ...others,
                  from === null && to === null ? { ...range, min: -1_000 } : range,
                ],
                ...(pick.sizes.length > 0 && { options: [{ name: "Size", values: pick.sizes }] }),
                ...(pick.available !== null && { available: pick.available }),
              },
            });
            expect(count).toBe(total);
          }
      }, 60);
      expect((await facet("litres"))?.field).toEqual({
        type: "DECIMAL",
        range: { min: "0.25", max: "1.50" },
      });
      expect((await facet("year"))?.field?.range).toEqual({ min: "1990", max: "2019" });
    });

    test("name themselves and their choices in the language of the request, in the merchant's order", async () => {
      await shop.metafieldDefinitionTranslationsSet(
        {
          id: definitions.get("shape") ?? "",
          translations: [{ locale: "de", name: "Form" }],
        },
        OPERATOR,
      );

      const german = await facet("shape", GERMAN);
      expect([german?.label, german?.values.map(({ value, label }) => [value, label])]).toEqual([
        "Form",
        [
          ["tulip", "Das tulip"],
          ["bowl", "Das bowl"],
          ["flute", "Das flute"],
        ],
      ]);
      const plain = await facet("shape");
      expect([plain?.label, plain?.values[0]?.label]).toEqual(["shape", "The tulip"]);
    });

    test("sort products, those without a value last", async () => {
      const yearOf = (title: string): number =>
        Number(GLASSES.find((one) => one.title === title)?.values.year?.[0] ?? Infinity);
      const up = await sorted("glass.year");
      expect(up.map(yearOf)).toEqual(up.map(yearOf).toSorted((a, b) => a - b));
      expect(up).toHaveLength(GLASSES.length);
      expect(await sorted("glass.year", true)).toEqual(up.toReversed());

      const order = ["tulip", "bowl", "flute", undefined];
      const shapes = (await sorted("glass.shape")).map((title) =>
        order.indexOf(GLASSES.find((one) => one.title === title)?.values.shape?.[0]),
      );
      expect(shapes).toEqual(shapes.toSorted((a, b) => a - b));
    });

    test("sort page by page", async () => {
      const all = await sorted("glass.year");
      const found: string[] = [];
      for (let after: string | null = null, hasMore = true; hasMore;) {
        const page = await search(null, {
          sort: { key: "METAFIELD", metafield: "glass.year", reverse: false },
          page: { size: 7, direction: "forward", after, before: null },
        });
        found.push(...titlesOf(page));
        after = page.page.items.at(-1)?.cursor ?? null;
        hasMore = page.page.hasNextPage;
      }
      expect(found).toEqual(all);
    });

    test("are refused where they are unknown, or used as their type does not allow", async () => {
      const refused = (metafields: readonly FieldCondition[]) =>
        expect(search(null, { filter: { metafields } })).rejects.toThrow(FieldNotSearchable);

      await refused([{ name: "glass.unknown", values: ["x"] }]);
      await refused([{ name: "glass.year", values: ["1990"] }]);
      await refused([{ name: "glass.shape", min: 1 }]);
      await expect(sorted("glass.tint")).rejects.toThrow(FieldNotSearchable);
    });

    test("are no facets any more when their definition says so, and again when it does", async () => {
      const set = (filterable: boolean) =>
        shop.metafieldDefinitionUpdate(
          { id: definitions.get("use") ?? "", changes: { filterable } },
          OPERATOR,
        );
      await set(false);
      expect(await facet("use")).toBeUndefined();
      await expect(
        search(null, { filter: { metafields: [{ name: "glass.use", values: ["Red wine"] }] } }),
      ).rejects.toThrow(FieldNotSearchable);

      await set(true);
      expect((await facet("use"))?.values.map(({ value }) => value).toSorted()).toEqual([
        "Red wine",
        "White wine",
      ]);
    });

    test("follow the values of products and variants", async () => {
      const id = await addGlass({
        title: "New glass",
        values: { shape: ["flute"] },
        variants: [{ size: "S", stock: 1, values: { tint: ["amber"] } }],
      });
      const found = async (name: string, value: string) =>
        titlesOf(
          await search(null, { filter: { metafields: [{ name, values: [value] }] } }),
        ).includes("New glass");
      expect([await found("glass.shape", "flute"), await found("glass.tint", "amber")]).toEqual([
        true,
        true,
      ]);

      await shop.productMetafieldsSet(
        { id, metafields: [{ namespace: "glass", key: "shape", value: "bowl" }] },
        OPERATOR,
      );
      expect([await found("glass.shape", "flute"), await found("glass.shape", "bowl")]).toEqual([
        false,
        true,
      ]);
    });
  });
};

const metafieldsOf = (
  values: Glass["values"],
): readonly { namespace: string; key: string; value: string }[] =>
  GLASS_FIELDS.flatMap((field) => {
    const [first, ...more] = values[field.key] ?? [];
    if (first === undefined) return [];
    return [
      {
        namespace: "glass",
        key: field.key,
        value: isList(field) ? JSON.stringify([first, ...more]) : first,
      },
    ];
  });
