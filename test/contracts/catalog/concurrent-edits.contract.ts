import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openForBusiness } from "../../builders/default-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { editing, type Editing } from "../../interface/editing.js";
import { openWorld } from "../../interface/world.js";
import { fillShelf } from "../../builders/shelf.js";
import type { MatrixGround } from "../idempotency/idempotency.contract.js";
import { SHOP_SHELF } from "./catalog-shelf.js";

const MUG = productId(1);
const TWENTY = Array.from({ length: 20 }, (_, n) => n);

/** Many editors at once: nobody's work is lost, and whoever has seen an old version is told so. Run over the fake, SQLite and MySQL. */
export const concurrentEditsContract = (name: string, open: () => Promise<MatrixGround>): void => {
  describe(`many editors at once: ${name}`, () => {
    let subject: MatrixGround;
    let shop: Editing;

    beforeAll(async () => {
      subject = await open();
      shop = await editing(() => openWorld({}, subject.ground));
    });
    afterAll(async () => subject.close?.());
    beforeEach(async () => {
      await subject.empty();
      await openForBusiness(subject.ground.unitOfWork);
      await fillShelf(subject.ground.unitOfWork, SHOP_SHELF);
    });

    const mug = async () =>
      (
        (
          await shop.ask(
            `query ($id: ID!) { product(by: { id: $id }) { title version tags history { totalCount } variants { nodes { onHand } } } }`,
            { id: MUG },
          )
        ).data as { product: Mug }
      ).product;

    interface Mug {
      readonly title: string;
      readonly version: number;
      readonly tags: readonly string[];
      readonly history: { readonly totalCount: number };
      readonly variants: { readonly nodes: readonly { readonly onHand: number }[] };
    }

    test("who expect no version follow one another, and nothing is lost", async () => {
      const before = await mug();
      const answers = await Promise.all(
        TWENTY.map((n) => shop.mutate("productTagsAdd", { id: MUG, tags: [`tag-${n}`] })),
      );
      const after = await mug();

      expect(answers.flatMap(({ payload, errors }) => [payload["userErrors"], errors])).toEqual(
        TWENTY.flatMap(() => [[], []]),
      );
      expect(after.tags.filter((tag) => tag.startsWith("tag-")).toSorted()).toEqual(
        TWENTY.map((n) => `tag-${n}`).toSorted(),
      );
      expect([
        after.version - before.version,
        after.history.totalCount - before.history.totalCount,
      ]).toEqual([20, 20]);
    });

    test("who have seen the same version are refused, all but one, and told what is there now", async () => {
      const { version } = await mug();
      const answers = await Promise.all(
        TWENTY.map((n) =>
          shop.mutate(
            "productUpdate",
            { id: MUG, expectedVersion: version, changes: { title: `Title ${n}` } },
            "product { title }",
          ),
        ),
      );
      const after = await mug();
      const [winners, losers] = [
        answers.filter(({ payload }) => payload["product"] !== null),
        answers.filter(({ payload }) => payload["product"] === null),
      ];

      expect([winners.length, losers.length]).toEqual([1, 19]);
      expect(winners[0]?.payload["product"]).toEqual({ title: after.title });
      for (const { payload } of losers)
        expect(payload["userErrors"]).toMatchObject([
          {
            __typename: "StaleVersionError",
            currentVersion: version + 1,
            path: ["input", "expectedVersion"],
          },
        ]);
      expect(after.version).toBe(version + 1);
    });

    test("who adjust the same stock by one unit each change it by twenty", async () => {
      const [before] = (await mug()).variants.nodes;
      await Promise.all(
        TWENTY.map(() =>
          shop.mutate("stockAdjust", { adjustments: [{ variantId: variantId(10), by: 1 }] }),
        ),
      );

      expect((await mug()).variants.nodes[0]?.onHand).toBe((before?.onHand ?? 0) + 20);
    });

    test("who want the same slug get it once", async () => {
      const answers = await Promise.all(
        TWENTY.map((n) =>
          shop.mutate(
            "productCreate",
            { product: { title: `Pot ${n}`, slug: "pot" } },
            "product { slug }",
          ),
        ),
      );

      expect(answers.filter(({ payload }) => payload["product"] !== null)).toHaveLength(1);
      expect(
        new Set(
          answers.flatMap(({ payload }) =>
            (payload["userErrors"] as { code: string }[]).map(({ code }) => code),
          ),
        ),
      ).toEqual(new Set(["SLUG_TAKEN"]));
    });

    test("who leave the slug to the shop all get one of their own", async () => {
      const answers = await Promise.all(
        TWENTY.map(() =>
          shop.mutate("productCreate", { product: { title: "Pot" } }, "product { slug }"),
        ),
      );

      expect(
        answers.flatMap(({ errors, payload }) => [
          ...errors,
          ...(payload["userErrors"] as object[]),
        ]),
      ).toEqual([]);
      expect(
        new Set(answers.map(({ payload }) => (payload["product"] as { slug: string }).slug)).size,
      ).toBe(20);
    });
  });
};
