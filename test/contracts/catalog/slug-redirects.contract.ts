import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { productId } from "../../builders/product-content.js";
import { collectionId, fillShop } from "../../builders/fill-shop.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { NOW } from "./catalog-content.js";
import { NO_FIELDS, SHOPPER, STAFF } from "./page-walks.js";

const [EARLY, LATE] = [new Date("2026-01-01T00:00:00.000Z"), new Date("2026-01-02T00:00:00.000Z")];
const [MUG, BOWL, DRAFT, KITCHEN] = [productId(1), productId(2), productId(3), collectionId(1)];

/** Redirects of old slugs, in the stores and in the reads. */
export const slugRedirects = (open: () => Promise<ReadsSubject>): void => {
  describe("old slugs", () => {
    let subject: ReadsSubject;
    const inUnit: ReadsSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const lead = (slug: string, target: string, since = EARLY) =>
      inUnit(({ redirects }) => redirects.add("product", [{ slug, target }], since));
    const found = async (slugs: readonly string[], audience = STAFF) =>
      Object.fromEntries(
        [...(await subject.reads.productsByOldSlug(slugs, audience, new Set(["slug"])))].map(
          ([old, { id, slug }]) => [old, [id, slug]],
        ),
      );

    beforeEach(async () => {
      subject = await open();
      await fillShop(subject.unitOfWork, {
        products: [{ number: 1 }, { number: 2 }, { number: 3, content: { status: "DRAFT" } }],
        collections: [{ number: 1 }],
      });
    });
    afterEach(async () => subject.close?.());

    test("redirect to their former owner, with its current slug", async () => {
      await lead("cup", MUG);
      await lead("ほうれん草", MUG);

      expect(await found(["cup", "ほうれん草", "mug-1", "nothing"])).toEqual({
        cup: [MUG, "mug-1"],
        ほうれん草: [MUG, "mug-1"],
      });
      expect(await found([])).toEqual({});
    });

    test("are compared exactly", async () => {
      await lead("cup", MUG);

      expect(await found(["cup ", "CUP", "cüp"])).toEqual({});
    });

    test("redirect shoppers only to visible products and collections", async () => {
      await lead("sketch", DRAFT);

      expect(await found(["sketch"], SHOPPER)).toEqual({});
      expect(await found(["sketch"])).toEqual({ sketch: [DRAFT, "mug-3"] });
    });

    test("redirect to their last owner", async () => {
      await lead("cup", MUG);
      await lead("cup", BOWL, LATE);

      expect(await found(["cup"])).toEqual({ cup: [BOWL, "mug-2"] });
    });

    test("are listed oldest first, for many products together", async () => {
      await lead("goblet", MUG, LATE);
      await lead("cup", MUG, EARLY);
      await lead("dish", BOWL);

      expect([...(await subject.reads.oldSlugsOfProducts([MUG, BOWL, DRAFT]))].toSorted()).toEqual([
        [MUG, ["cup", "goblet"]],
        [BOWL, ["dish"]],
      ]);
      expect((await subject.reads.oldSlugsOfProducts([])).size).toBe(0);
    });

    test("that are in use again do not redirect", async () => {
      await lead("cup", MUG);
      await lead("goblet", MUG);
      await inUnit(({ redirects }) =>
        redirects.add("collection", [{ slug: "cup", target: KITCHEN }], EARLY),
      );
      const released = await inUnit(({ redirects }) =>
        redirects.release("product", ["cup", "never", "goblet "]),
      );

      expect(released).toMatchObject([{ slug: "cup", target: MUG }]);
      expect(await found(["cup", "goblet"])).toEqual({ goblet: [MUG, "mug-1"] });
      expect(
        await inUnit(({ redirects }) =>
          Promise.all([
            redirects.ofSlugs("product", ["cup", "goblet"]),
            redirects.ofSlugs("collection", ["cup"]),
            redirects.ofSlugs("product", []),
          ]),
        ),
      ).toMatchObject([[{ slug: "goblet", target: MUG }], [{ slug: "cup", target: KITCHEN }], []]);
    });

    test("of deleted products and collections do not redirect", async () => {
      await lead("cup", MUG);
      await lead("dish", BOWL);
      await inUnit(({ redirects }) => redirects.removeOfTargets("product", [MUG]));

      expect(await found(["cup", "dish"])).toEqual({ dish: [BOWL, "mug-2"] });
    });

    test("of collections are separate from those of products", async () => {
      await inUnit(({ redirects }) =>
        redirects.add("collection", [{ slug: "cup", target: KITCHEN }], EARLY),
      );
      await lead("cup", MUG);
      const collections = () =>
        subject.reads.collectionsByOldSlug(
          ["cup", "nothing"],
          { sees: "visible", at: NOW },
          new Set(["slug"]),
        );

      expect([...(await collections())]).toEqual([["cup", { id: KITCHEN, slug: "collection-1" }]]);
      await inUnit(({ redirects }) => redirects.removeOfTargets("collection", [KITCHEN]));
      expect((await collections()).size).toBe(0);
      expect(await subject.reads.productsByOldSlug(["cup"], STAFF, NO_FIELDS)).toEqual(
        new Map([["cup", { id: MUG }]]),
      );
    });

    test("are taken while they redirect", async () => {
      await lead("cup", MUG);
      await inUnit(({ redirects }) =>
        redirects.add("collection", [{ slug: "dining", target: KITCHEN }], EARLY),
      );
      const slugs = ["cup", "mug-1", "dining", "collection-1", "nothing"];

      expect(
        await inUnit(async ({ products, collections }) => [
          [...(await products.takenSlugs(slugs))].toSorted(),
          [...(await collections.takenSlugs(slugs))].toSorted(),
        ]),
      ).toEqual([
        ["cup", "mug-1"],
        ["collection-1", "dining"],
      ]);
    });

    test("are unchanged when the change fails", async () => {
      await expect(
        inUnit(
          async ({ redirects }) => (
            await redirects.add("product", [{ slug: "cup", target: MUG }], EARLY),
            Promise.reject(new Error("the power went out"))
          ),
        ),
      ).rejects.toThrow("power");

      expect(await found(["cup"])).toEqual({});
    });
  });
};
