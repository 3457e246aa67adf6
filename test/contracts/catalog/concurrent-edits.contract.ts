import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestMarket } from "../../builders/open-test-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { editing, type Editing } from "../../interface/editing.js";
import { openWorld } from "../../interface/world.js";
import { fillShop } from "../../builders/fill-shop.js";
import type { IdempotencySubject } from "../idempotency/idempotency.contract.js";
import { CATALOG_CONTENT } from "./catalog-content.js";

const MUG = productId(1);
const TWENTY = Array.from({ length: 20 }, (_, n) => n);

/**
 * Concurrent edits: none is lost, and edits of an outdated version are refused. Run over the fake,
 * SQLite and MySQL.
 */
export const concurrentEditsContract = (
  name: string,
  open: () => Promise<IdempotencySubject>,
): void => {
  describe(`concurrent edits by many editors: ${name}`, () => {
    let subject: IdempotencySubject;
    let shop: Editing;

    beforeAll(async () => {
      subject = await open();
      shop = await editing(() => openWorld({}, subject.needs));
    });
    afterAll(async () => subject.close?.());
    beforeEach(async () => {
      await subject.empty();
      await openTestMarket(subject.needs.unitOfWork);
      await fillShop(subject.needs.unitOfWork, CATALOG_CONTENT);
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

    test("edits without an expected version are made one after another, and nothing is lost", async () => {
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

    test("all but one of the edits with the same expected version are refused, with the current version", async () => {
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

    test("twenty adjustments of the same stock by one unit change it by twenty", async () => {
      const [before] = (await mug()).variants.nodes;
      await Promise.all(
        TWENTY.map(() =>
          shop.mutate("stockAdjust", { adjustments: [{ variantId: variantId(10), by: 1 }] }),
        ),
      );

      expect((await mug()).variants.nodes[0]?.onHand).toBe((before?.onHand ?? 0) + 20);
    });

    test("only one of the edits that request the same slug gets it", async () => {
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

    test("products that are created without a slug all get their own", async () => {
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
