import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { PageRequest } from "../../../src/application/shared/page.js";
import {
  MetafieldDefinitionInUse,
  MetafieldDefinitionNotFound,
  MetafieldNameTaken,
} from "../../../src/domain/catalog/metafields/errors.js";
import {
  MetafieldDefinition,
  type MetafieldDefinitionContent,
} from "../../../src/domain/catalog/metafields/metafield-definition.js";
import { fullName } from "../../../src/domain/catalog/metafields/metafield.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { type productContent, productId } from "../../builders/product-content.js";
import type { MetafieldOwner } from "../../../src/domain/catalog/metafields/metafield-usage.js";
import { collectionId, definitionId, fillShop } from "../../builders/fill-shop.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { NOW } from "./catalog-content.js";
import { ALL, NO_FIELDS, numbers, walkBackwards, walkForwards } from "./page-walks.js";

const WASHING: MetafieldDefinitionContent = {
  namespace: "care",
  key: "washing",
  type: "TEXT",
  name: "Wäsche",
  description: "How to wash it.",
  owners: ["PRODUCT"],
  filterable: false,
  sortable: false,
  choices: [],
  translations: [],
};
const LATER = new Date("2026-02-01T00:00:00.000Z");
const washed = (value: string) => ({
  metafields: [{ namespace: "care", key: "washing", type: "TEXT" as const, value }],
});

/** Metafield definitions, in the store and in the reads. */
export const metafieldDefinitions = (open: () => Promise<ReadsSubject>): void => {
  describe("metafield definitions", () => {
    let subject: ReadsSubject;
    const inUnit: ReadsSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const declare = (n: number, content: Partial<MetafieldDefinitionContent> = {}) =>
      inUnit(({ metafieldDefinitions: all }) =>
        all.save([MetafieldDefinition.declare(definitionId(n), { ...WASHING, ...content }, NOW)]),
      );
    const uses = () => inUnit(({ metafieldDefinitions: all }) => all.countUses(WASHING));
    const change = (product: number, content: Parameters<typeof productContent>[1]) =>
      inUnit(async ({ products }) => {
        const stored = await products.get(productId(product));
        stored.revise({ ...stored.snapshot(), ...content }, LATER);
        await products.save([stored]);
      });

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => subject.close?.());

    test("are read back unchanged", async () => {
      await declare(1);

      const [byId, byName] = await inUnit(
        async ({ metafieldDefinitions: all }) =>
          [
            await all.get(definitionId(1)),
            await all.byName([WASHING, { namespace: "care", key: "none" }]),
          ] as const,
      );
      expect(byId.snapshot()).toEqual({
        ...WASHING,
        id: definitionId(1),
        version: 1,
        createdAt: NOW,
        updatedAt: NOW,
      });
      expect([...byName].map(([name, definition]) => [name, definition.id])).toEqual([
        ["care.washing", definitionId(1)],
      ]);
      await expect(
        inUnit(({ metafieldDefinitions: all }) => all.get(definitionId(2))),
      ).rejects.toThrow(MetafieldDefinitionNotFound);
    });

    test("are read back with their owners, choices and uses", async () => {
      const content = {
        type: "CHOICE",
        owners: ["PRODUCT", "COLLECTION"],
        filterable: true,
        sortable: true,
        choices: [
          { value: "hand", label: "By hand", translations: [{ locale: "de", label: "Von Hand" }] },
          { value: "no", label: "Never", translations: [] },
        ],
      } as const;
      await declare(1, content);
      await declare(2, { key: "drying" });
      const fields = new Set(["owners", "filterable", "sortable", "choices"] as const);

      const { type: _, ...read } = content;
      expect(await subject.reads.metafieldDefinitionsByName(["care.washing"], fields)).toEqual(
        new Map([["care.washing", { id: definitionId(1), ...read }]]),
      );
      expect(
        await inUnit(async ({ metafieldDefinitions: all }) => [
          (await all.get(definitionId(1))).snapshot(),
          await all.searchable(),
        ]),
      ).toMatchObject([content, [definitionId(1)]]);
    });

    test("are found by their exact names, and by nothing that is not a name", async () => {
      await declare(1);
      const odd = [
        { namespace: "Care", key: "washing" },
        { namespace: "café", key: "ほうれん草 😀" },
        { namespace: "care", key: "washing " },
      ];

      expect((await inUnit(({ metafieldDefinitions: all }) => all.byName(odd))).size).toBe(0);
      expect(
        (await subject.reads.metafieldDefinitionsByName(odd.map(fullName), NO_FIELDS)).size,
      ).toBe(0);
    });

    test("have unique names", async () => {
      await declare(1);
      await declare(2, { key: "Washing" });

      await expect(declare(3)).rejects.toThrow(new MetafieldNameTaken("care.washing"));
    });

    test("are not changed with an outdated version", async () => {
      await declare(1);
      const [outdated, doomed] = await inUnit(
        async ({ metafieldDefinitions: all }) =>
          [await all.get(definitionId(1)), await all.get(definitionId(1))] as const,
      );
      await inUnit(async ({ metafieldDefinitions: all }) => {
        const current = await all.get(definitionId(1));
        current.revise({ name: "First", description: "" }, LATER);
        await all.save([current]);
      });
      outdated.revise({ name: "Second", description: "" }, LATER);
      doomed.delete(0);

      await expect(inUnit(({ metafieldDefinitions: all }) => all.save([outdated]))).rejects.toThrow(
        StaleVersion,
      );
      await expect(inUnit(({ metafieldDefinitions: all }) => all.remove(doomed))).rejects.toThrow(
        StaleVersion,
      );
      expect(
        (await inUnit(({ metafieldDefinitions: all }) => all.get(definitionId(1)))).snapshot(),
      ).toMatchObject({ name: "First", version: 2, updatedAt: LATER });
    });

    test("are not removed while an edit that is not committed relies on them", async () => {
      await fillShop(subject.unitOfWork, { products: [{ number: 1 }] });
      await declare(1);
      let relied = (): void => undefined;
      const hasRelied = new Promise<void>((resolve) => (relied = resolve));
      const editing = inUnit(async ({ metafieldDefinitions: all, products }) => {
        const found = await all.byName([WASHING]);
        relied();
        await new Promise((resume) => setTimeout(resume, 100));
        if (found.size === 0) return;
        const product = await products.get(productId(1));
        product.revise({ ...product.snapshot(), ...washed("by hand") }, LATER);
        await products.save([product]);
      });
      await hasRelied;
      const deleting = inUnit(async ({ metafieldDefinitions: all }) => {
        const definition = await all.get(definitionId(1));
        definition.delete(await all.countUses(WASHING));
        await all.remove(definition);
      });

      await expect(deleting).rejects.toThrow(MetafieldDefinitionInUse);
      await editing;
      expect(await uses()).toBe(1);
    });

    test("leave their name to others when they are removed", async () => {
      await declare(1);
      await inUnit(async ({ metafieldDefinitions: all }) => {
        const definition = await all.get(definitionId(1));
        definition.delete(0);
        await all.remove(definition);
      });

      await declare(2);
      expect(
        (await inUnit(({ metafieldDefinitions: all }) => all.byName([WASHING]))).get("care.washing")
          ?.id,
      ).toBe(definitionId(2));
    });

    test("have the number of products that use them, after every change of the products", async () => {
      await fillShop(subject.unitOfWork, {
        products: [
          { number: 1, content: washed("by hand") },
          { number: 2, content: washed("never") },
          { number: 3 },
        ],
      });
      expect(await uses()).toBe(2);

      await change(3, washed("cold"));
      await change(1, { title: "Other mug" });
      expect(await uses()).toBe(3);

      await change(1, { metafields: [] });
      await inUnit(async ({ products }) => {
        const product = await products.get(productId(2));
        product.delete();
        await products.remove([product]);
      });
      expect(await uses()).toBe(1);
      expect(await subject.reads.countMetafieldUses([definitionId(9_001)])).toEqual(
        new Map([[definitionId(9_001), 1]]),
      );
    });

    test("have the number of variants and collections that use them, until these are gone", async () => {
      await declare(1, { owners: ["VARIANT", "COLLECTION"] });
      await fillShop(subject.unitOfWork, {
        products: [{ number: 1 }],
        collections: [{ number: 1 }],
      });
      const { metafields } = washed("by hand");
      const withFields = (own: typeof metafields) =>
        inUnit(async ({ products, collections }) => {
          const product = await products.get(productId(1));
          const { variants, ...content } = product.snapshot();
          product.revise(
            { ...content, variants: variants.map((one) => ({ ...one, metafields: own })) },
            LATER,
          );
          await products.save([product]);
          const collection = await collections.get(collectionId(1));
          collection.revise({ ...collection.snapshot(), metafields: own }, LATER);
          await collections.save(collection);
        });
      const usesOf = (...owners: readonly MetafieldOwner[]) =>
        inUnit(({ metafieldDefinitions: all }) => all.countUses(WASHING, owners));

      await withFields(metafields);
      expect([
        await usesOf("VARIANT"),
        await usesOf("COLLECTION"),
        await usesOf("PRODUCT"),
      ]).toEqual([1, 1, 0]);
      expect(await uses()).toBe(2);

      await withFields([]);
      expect(await uses()).toBe(0);

      await withFields(metafields);
      await inUnit(async ({ products, collections }) => {
        const product = await products.get(productId(1));
        product.delete();
        await products.remove([product]);
        const collection = await collections.get(collectionId(1));
        collection.delete();
        await collections.remove(collection);
      });
      expect(await uses()).toBe(0);
      expect(await subject.reads.countMetafieldUses([definitionId(1)])).toEqual(
        new Map([[definitionId(1), 0]]),
      );
    });

    test("are listed by name, each once in either direction", async () => {
      for (const [index, key] of ["washing", "Drying", "ironing", "steam_2", "steam-1"].entries())
        await declare(index + 1, { key });
      const ask = (page: PageRequest) => subject.reads.metafieldDefinitions({}, page, NO_FIELDS);

      expect(await walkForwards(ask, 2)).toEqual([2, 3, 5, 4, 1]);
      expect(await walkBackwards(ask, 3)).toEqual([2, 3, 5, 4, 1]);
      expect(await subject.reads.countMetafieldDefinitions({})).toBe(5);
    });

    test("are filtered by their namespace and by parts of their names", async () => {
      await declare(1);
      await declare(2, { namespace: "facts", key: "volume_100", name: "Rauminhalt" });
      await declare(3, { namespace: "facts", key: "volume-100", name: "100% Volumen" });
      const found = async (
        filter: Parameters<ReadsSubject["reads"]["countMetafieldDefinitions"]>[0],
      ) => {
        const page = numbers(await subject.reads.metafieldDefinitions(filter, ALL, NO_FIELDS));
        expect(await subject.reads.countMetafieldDefinitions(filter)).toBe(page.length);
        return page;
      };

      expect(await found({ namespace: "facts" })).toEqual([3, 2]);
      expect(await found({ namespace: "fact" })).toEqual([]);
      expect(await found({ namespace: "facts " })).toEqual([]);
      expect(await found({ namespace: "fäcts" })).toEqual([]);
      expect(await found({ text: "WASCHE" })).toEqual([1]);
      expect(await found({ text: "care.wash" })).toEqual([1]);
      expect(await found({ text: "0%" })).toEqual([3]);
      expect(await found({ text: "e_1" })).toEqual([2]);
      expect(await found({ namespace: "facts", text: "washing" })).toEqual([]);
    });

    test("are read field by field", async () => {
      await declare(1);
      const whole = { ...WASHING, version: 1, createdAt: NOW, updatedAt: NOW };

      for (const field of [
        "namespace",
        "key",
        "type",
        "name",
        "description",
        "version",
        "createdAt",
        "updatedAt",
      ] as const) {
        expect(
          await subject.reads.metafieldDefinitionsById(
            [definitionId(1), definitionId(9)],
            new Set([field]),
          ),
        ).toEqual([{ id: definitionId(1), [field]: whole[field] }]);
        expect(
          await subject.reads.metafieldDefinitionsByName(
            ["care.washing", "care.none"],
            new Set([field]),
          ),
        ).toEqual(new Map([["care.washing", { id: definitionId(1), [field]: whole[field] }]]));
      }
    });
  });
};
