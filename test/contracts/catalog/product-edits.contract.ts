import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalog } from "../../../src/application/catalog/catalog.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { productId } from "../../builders/product-content.js";
import { fillShop } from "../../builders/fill-shop.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

/**
 * What several people who edit products at the same time can rely on. Run over SQLite and MySQL.
 */
export const productEditsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`concurrent product edits: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    afterAll(end);

    const structure = () =>
      catalog({
        ...store,
        clock: fixedClock(),
        ids: numberedIds(1_000),
        currency: "EUR",
      });
    const snapshot = () =>
      store.unitOfWork.run(async ({ products }) => (await products.get(productId(1))).snapshot());

    test("ten products that are created with the same title get ten slugs", async () => {
      const { productCreate } = structure();
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () =>
          productCreate(
            { product: { title: "Teapot", variants: [{ price: "9.00", onHand: 1 }] } },
            OPERATOR,
          ),
        ),
      );

      expect(outcomes.flatMap(({ refusals }) => refusals)).toEqual([]);
      const slugs = outcomes.flatMap(
        ({ result }) => result?.changes.find(({ path }) => path === "slug")?.after ?? [],
      );
      expect(slugs.toSorted()).toEqual(
        ["teapot", ...Array.from({ length: 9 }, (_, n) => `teapot-${n + 2}`)].toSorted(),
      );
    });

    test("five additions to one product are all stored", async () => {
      await fillShop(store.unitOfWork, {
        products: [
          {
            number: 1,
            content: {
              options: [{ name: "Size", values: ["A", "B", "C", "D", "E"] }],
              variants: [],
            },
          },
        ],
      });
      const { productVariantsAdd, productMediaAdd } = structure();
      const adding = ["A", "B", "C", "D", "E"].flatMap((value) => [
        productVariantsAdd(
          {
            id: productId(1),
            variants: [
              {
                optionValues: [{ name: "Size", value }],
                sku: `MUG-${value}`,
                price: "5.00",
                onHand: 2,
              },
            ],
          },
          OPERATOR,
        ),
        productMediaAdd({ id: productId(1), media: [{ url: `/media/${value}.webp` }] }, OPERATOR),
      ]);
      const outcomes = await Promise.all(adding);

      expect(outcomes.flatMap(({ refusals }) => refusals)).toEqual([]);
      const { variants, media, version } = await snapshot();
      expect(variants.map(({ sku }) => sku).toSorted()).toEqual([
        "MUG-A",
        "MUG-B",
        "MUG-C",
        "MUG-D",
        "MUG-E",
      ]);
      expect([media.length, version]).toEqual([6, 11]);
    });

    test("of two edits with the same expected version one is refused", async () => {
      await fillShop(store.unitOfWork, { products: [{ number: 1 }] });
      const { productOptionAdd } = structure();
      const outcomes = await Promise.all(
        ["Size", "Colour"].map((option) =>
          productOptionAdd(
            { id: productId(1), expectedVersion: 1, name: option, values: ["x"] },
            OPERATOR,
          ),
        ),
      );

      expect(
        outcomes.flatMap(({ refusals }) =>
          refusals.map(({ code, facts }) => [code, facts["currentVersion"]]),
        ),
      ).toEqual([["STALE_VERSION", 2]]);
    });

    test("editing one variant of thousands does not write the others", async () => {
      const values = Array.from({ length: 2_000 }, (_, n) => `size ${n}`);
      await fillShop(store.unitOfWork, {
        products: [{ number: 1, content: { options: [{ name: "Size", values }], variants: [] } }],
      });
      const { productVariantsAdd, productVariantsUpdate } = structure();
      for (let start = 0; start < values.length; start += 250)
        await productVariantsAdd(
          {
            id: productId(1),
            variants: values
              .slice(start, start + 250)
              .map((value) => ({ optionValues: [{ name: "Size", value }], price: "5.00" })),
          },
          OPERATOR,
        );
      const { variants } = await snapshot();
      const outcome = await productVariantsUpdate(
        {
          id: productId(1),
          variants: [{ id: variants[1_000]?.id ?? "", changes: { sku: "FOUND", price: "6.00" } }],
        },
        OPERATOR,
      );

      expect(
        outcome.result?.changes.map(({ path, after }) => [path.split(".").at(-1), after]),
      ).toEqual([
        ["sku", "FOUND"],
        ["price", "6.00 EUR"],
      ]);
      const edited = await snapshot();
      expect(edited.variants.map(({ id }) => id)).toEqual(variants.map(({ id }) => id));
      expect(edited.variants[1_000]?.sku).toBe("FOUND");
    });
  });
};
