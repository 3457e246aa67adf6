import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { feeCreate } from "../../../src/application/pricing/fees/fee-create.js";
import { feeDelete } from "../../../src/application/pricing/fees/fee-delete.js";
import { feeUpdate } from "../../../src/application/pricing/fees/fee-update.js";
import type { FeeWriteStores } from "../../../src/application/pricing/fees/lock-fee.js";
import type { FeeReads } from "../../../src/application/pricing/ports/fee-reads.js";
import type { TaxWriteStores } from "../../../src/application/pricing/taxes/lock-taxes.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import type { IdempotencyStores } from "../../../src/application/shared/idempotency-keys.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { openTestMarket, resultOf } from "../../builders/open-test-market.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { codes } from "./market-shop.js";

export interface FeesSubject {
  readonly unitOfWork: UnitOfWork<FeeWriteStores & TaxWriteStores & IdempotencyStores>;
  readonly feeReads: FeeReads;
  close?(): Promise<void>;
}

const EUROS = [{ currency: "EUR", amount: "1.50" }];

/** The fees of a shop, as every store must keep them. */
export const feesContract = (name: string, open: () => Promise<FeesSubject>): void => {
  describe(`fees: ${name}`, () => {
    let subject: FeesSubject;
    let ids = numberedIds(700_000);
    const needs = () => ({ unitOfWork: subject.unitOfWork, clock: fixedClock(), ids });
    const create = (fee: Partial<Parameters<ReturnType<typeof feeCreate>>[0]["fee"]>) =>
      feeCreate(needs())(
        { fee: { key: "wrap", kind: "GIFT_WRAP", amounts: EUROS, ...fee } },
        OPERATOR,
      );
    const update = (
      id: string,
      changes: Parameters<ReturnType<typeof feeUpdate>>[0]["changes"],
      expectedVersion?: number,
    ) => feeUpdate(needs())({ id, changes, expectedVersion }, OPERATOR);
    const all = () => subject.feeReads.all();

    beforeEach(async () => {
      ids = numberedIds(700_000);
      subject = await open();
      await openTestMarket(subject.unitOfWork);
    });
    afterEach(async () => subject.close?.());

    test("are read as they were saved, by position and then by key", async () => {
      resultOf(await taxCategoryCreate(needs())({ taxCategory: { key: "services" } }, OPERATOR));
      resultOf(
        await create({
          key: "small",
          kind: "SMALL_ORDER",
          amounts: [{ currency: "EUR", amount: "2", below: "20.5" }],
        }),
      );
      resultOf(
        await create({ name: "Geschenk", per: "UNIT", taxCategory: "services", isActive: false }),
      );
      resultOf(await create({ key: "bottle", kind: "DEPOSIT", position: 0 }));

      expect(await all()).toMatchObject([
        { key: "bottle", name: "bottle", kind: "DEPOSIT", per: "ORDER", position: 0 },
        {
          key: "small",
          amounts: [{ currency: "EUR", amount: 200, below: 2_050 }],
          taxCategory: null,
          isActive: true,
          position: 0,
        },
        {
          key: "wrap",
          name: "Geschenk",
          per: "UNIT",
          amounts: [{ currency: "EUR", amount: 150, below: null }],
          taxCategory: "services",
          isActive: false,
          position: 1,
          version: 1,
        },
      ]);
    });

    test("are changed with a new version, and only from the expected one", async () => {
      const { feeId } = resultOf(await create({ name: "Gift wrap" }));

      expect(resultOf(await update(feeId, { name: "Gift wrap" })).warnings).toMatchObject([
        { code: "NOTHING_CHANGED" },
      ]);
      resultOf(await update(feeId, { name: null, amounts: [{ currency: "EUR", amount: "3" }] }, 1));
      expect(codes(await update(feeId, { position: 5 }, 1))).toEqual(["STALE_VERSION"]);
      expect(await all()).toMatchObject([
        { id: feeId, name: "wrap", amounts: [{ amount: 300 }], version: 2 },
      ]);
    });

    test("are refused for a key, a category or a currency that does not fit", async () => {
      const { feeId } = resultOf(await create({}));
      const other = await create({
        taxCategory: "none",
        amounts: [{ currency: "JPY", amount: "1.5" }],
      });

      expect(other.refusals.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
        "INVALID_AMOUNT fee amounts 0 amount",
        "TAX_CATEGORY_NOT_FOUND fee taxCategory",
        "FEE_IN_OTHER_CURRENCY fee amounts 0 currency",
      ]);
      expect(codes(await create({}))).toEqual(["FEE_KEY_TAKEN"]);
      resultOf(await create({ key: "second" }));
      expect(codes(await update(feeId, { key: "second" }))).toEqual(["FEE_KEY_TAKEN"]);
      expect(codes(await update(feeId, { taxCategory: "none" }))).toEqual([
        "TAX_CATEGORY_NOT_FOUND",
      ]);
    });

    test("on small orders are not charged twice, also when both are created at the same time", async () => {
      const small = {
        kind: "SMALL_ORDER",
        amounts: [{ currency: "EUR", amount: "2", below: "20" }],
      } as const;
      const answers = await Promise.all(
        [1, 2, 3].map((n) => create({ key: `small-${n}`, ...small })),
      );

      expect(answers.flatMap(codes)).toEqual([
        "SMALL_ORDER_FEES_OVERLAP",
        "SMALL_ORDER_FEES_OVERLAP",
      ]);
      expect(await all()).toHaveLength(1);
    });

    test("are deleted once", async () => {
      const { feeId } = resultOf(await create({}));
      const remove = () => feeDelete(needs())({ id: feeId }, OPERATOR);

      expect([codes(await remove()), codes(await remove())]).toEqual([[], ["FEE_NOT_FOUND"]]);
      expect(await all()).toEqual([]);
    });
  });
};
