import { describe, expect, test } from "vitest";
import { deliveryOptionCreate } from "../../../src/application/delivery/options/delivery-option-create.js";
import { feeCreate } from "../../../src/application/pricing/fees/fee-create.js";
import { feeUpdate } from "../../../src/application/pricing/fees/fee-update.js";
import { deliveryOptionUpdate } from "../../../src/application/delivery/options/delivery-option-update.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import { taxCategoryDelete } from "../../../src/application/pricing/taxes/tax-category-delete.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { productId } from "../../builders/product-content.js";
import { NOON } from "./aimed-shop.js";
import { made, marketShop } from "./market-shop.js";
import type { QuotesSubject } from "./quotes.contract.js";

/** Tax categories that something names. */
export const taxCategoryUsesContract = (name: string, open: () => Promise<QuotesSubject>): void => {
  describe(`uses of tax categories: ${name}`, () => {
    let subject: QuotesSubject;
    const shop = marketShop(async () => (subject = await open()));
    const needs = () => ({ ...shop.needs(), unitOfWork: subject.unitOfWork });
    const setTaxCode = (taxCode: string | null) =>
      subject.unitOfWork.run(async ({ products }) => {
        const product = await products.get(productId(2));
        const content = product.snapshot();
        const variants = content.variants.map((variant) => ({ ...variant, taxCode }));
        product.revise({ ...content, variants }, NOON);
        await products.save([product]);
      });

    test("a category is not deleted while fees, delivery options or variants name it, and they are named", async () => {
      const { taxCategoryId: id } = made(
        await taxCategoryCreate(needs())({ taxCategory: { key: "books" } }, OPERATOR),
      );
      const refusals = async () =>
        (await taxCategoryDelete(needs())({ id }, OPERATOR)).refusals.map(
          ({ code, message }) => `${code} ${message}`,
        );
      const refused = (uses: string) => [
        `TAX_CATEGORY_IN_USE The tax category "books" is used by ${uses}. Delete them, or give them another category, first.`,
      ];
      const fees: string[] = [];
      for (const key of ["g", "f", "e", "d", "c", "b", "a"])
        fees.push(
          made(
            await feeCreate(needs())(
              {
                fee: {
                  key,
                  kind: "GIFT_WRAP",
                  amounts: [{ currency: "EUR", amount: "1" }],
                  taxCategory: "books",
                },
              },
              OPERATOR,
            ),
          ).feeId,
        );
      const { deliveryOptionId } = made(
        await deliveryOptionCreate(needs())(
          {
            option: {
              key: "parcel",
              kind: "FLAT",
              rates: [{ currency: "EUR", price: "1" }],
              taxCategory: "books",
            },
          },
          OPERATOR,
        ),
      );
      await setTaxCode("BOOKS");

      const variants =
        /^TAX_CATEGORY_IN_USE .* is used by the fees a, b, c, d, e and 2 more and the delivery options parcel and the variants \S+, \S+\. /;
      expect(await refusals()).toEqual([expect.stringMatching(variants)]);
      await setTaxCode(null);
      for (const fee of fees)
        made(await feeUpdate(needs())({ id: fee, changes: { taxCategory: null } }, OPERATOR));
      expect(await refusals()).toEqual(refused("the delivery options parcel"));
      made(
        await deliveryOptionUpdate(needs())(
          { id: deliveryOptionId, changes: { taxCategory: null } },
          OPERATOR,
        ),
      );
      expect(await refusals()).toEqual([]);
    });
  });
};
