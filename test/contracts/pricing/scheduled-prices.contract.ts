import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
  ScheduledPriceReads,
  ScheduledPriceView,
} from "../../../src/application/pricing/ports/scheduled-price-reads.js";
import {
  CHANGE_PRICE,
  factsOf,
} from "../../../src/application/pricing/scheduled-prices/price-plan.js";
import { InvalidCursor, pageRequest } from "../../../src/application/shared/page.js";
import type {
  ScheduledWork,
  ScheduleStores,
  WorkId,
} from "../../../src/application/shared/schedule.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fillShop, type ShopStores } from "../../builders/fill-shop.js";

interface ScheduledPricesSubject {
  readonly unitOfWork: UnitOfWork<ShopStores & ScheduleStores>;
  readonly scheduledPriceReads: ScheduledPriceReads;
  readonly close?: () => Promise<void>;
}

const workId = (n: number): WorkId => id<WorkId>(`work_01h${String(n).padStart(23, "0")}`);
const hour = (n: number): Date => new Date(Date.UTC(2026, 1, 1, n));
const euros = (amount: string): Money => Money.parse(amount, "EUR");
const [SMALL, LARGE, BOWL] = [variantId(11), variantId(12), variantId(20)];

/** Scheduled prices, in the schedule and in the reads. Run over the fake, SQLite and MySQL. */
export const scheduledPricesContract = (
  name: string,
  open: () => Promise<ScheduledPricesSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`scheduled prices: ${name}`, () => {
    let subject: ScheduledPricesSubject;
    const sale = (
      n: number,
      subjectId: string,
      at: number,
      until: number | null = null,
    ): ScheduledWork => ({
      id: workId(n),
      kind: CHANGE_PRICE,
      subject: subjectId,
      dueAt: hour(at),
      facts: factsOf({
        kind: "change",
        change: { price: euros(`${n}.50`), compareAt: null },
        until: until === null ? null : hour(until),
      }),
    });
    const wayBack: ScheduledWork = {
      id: workId(4),
      kind: CHANGE_PRICE,
      subject: BOWL,
      dueAt: hour(4),
      facts: factsOf({
        kind: "reversal",
        reversal: {
          to: { price: euros("9"), cost: euros("3") },
          from: { price: euros("8"), cost: null },
        },
      }),
    };
    const plan = (...works: readonly ScheduledWork[]) =>
      subject.unitOfWork.run(({ schedule }) => schedule.plan(works));
    const ids = (views: readonly ScheduledPriceView[] | undefined): readonly string[] =>
      (views ?? []).map((view) => view.id);

    beforeEach(async () => {
      subject = await open();
      await fillShop(subject.unitOfWork, {
        products: [
          {
            number: 1,
            content: {
              options: [{ name: "Size", values: ["S", "L"] }],
              variants: [
                aVariant(11, { optionValues: ["S"] }),
                aVariant(12, { optionValues: ["L"] }),
              ],
            },
          },
          { number: 2, content: { variants: [aVariant(20)] } },
        ],
      });
      await plan(sale(3, SMALL, 3), sale(1, SMALL, 1, 2), sale(2, LARGE, 1), wayBack, {
        ...sale(5, SMALL, 0),
        kind: "catalog.announce-publication",
        facts: {},
      });
    });
    afterEach(async () => subject.close?.());
    afterAll(end);

    test("are read back as they were scheduled", async () => {
      const found = await subject.scheduledPriceReads.byId([
        workId(4),
        workId(1),
        workId(5),
        workId(9),
      ]);

      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        {
          id: workId(1),
          variantId: SMALL,
          at: hour(1),
          until: hour(2),
          change: { price: euros("1.50"), compareAt: null },
          isReturn: false,
        },
        {
          id: workId(4),
          variantId: BOWL,
          at: hour(4),
          until: null,
          change: { price: euros("9"), cost: euros("3") },
          isReturn: true,
        },
      ]);
      expect(await subject.scheduledPriceReads.byId([])).toEqual([]);
    });

    test("of several variants are read at once, the soonest first for each", async () => {
      const found = await subject.scheduledPriceReads.ofVariants([LARGE, SMALL, variantId(99)]);

      expect([SMALL, LARGE, variantId(99)].map((variant) => ids(found.get(variant)))).toEqual([
        [workId(1), workId(3)],
        [workId(2)],
        [],
      ]);
      expect((await subject.scheduledPriceReads.ofVariants([])).size).toBe(0);
    });

    test.each(["forward", "backward"] as const)(
      "are listed soonest first, page by page, %s",
      async (direction) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await subject.scheduledPriceReads.list(
            {},
            pageRequest(
              direction === "forward" ? { first: 1, after: cursor } : { last: 1, before: cursor },
            ),
          );
          seen.push(...page.items.map(({ item }) => item.id));
          cursor = (direction === "forward" ? page.hasNextPage : page.hasPreviousPage)
            ? page.items[0]?.cursor
            : undefined;
        } while (cursor !== undefined);

        const inOrder = [workId(1), workId(2), workId(3), workId(4)];
        expect(seen).toEqual(direction === "forward" ? inOrder : inOrder.toReversed());
        expect(await subject.scheduledPriceReads.count({})).toBe(4);
      },
    );

    test("of one product are listed and counted", async () => {
      const { items, hasNextPage } = await subject.scheduledPriceReads.list(
        { product: productId(1) },
        pageRequest({}),
      );

      expect([items.map(({ item }) => item.id), hasNextPage]).toEqual([
        [workId(1), workId(2), workId(3)],
        false,
      ]);
      expect(
        await Promise.all(
          [productId(1), productId(2), productId(9)].map((product) =>
            subject.scheduledPriceReads.count({ product }),
          ),
        ),
      ).toEqual([3, 1, 0]);
    });

    test("are not listed from a cursor of another list", async () => {
      const foreign = Buffer.from(JSON.stringify(["title", "mug", workId(1)])).toString(
        "base64url",
      );
      const noMoment = Buffer.from(JSON.stringify(["at", "soon", workId(1)])).toString("base64url");

      for (const after of [foreign, noMoment])
        await expect(subject.scheduledPriceReads.list({}, pageRequest({ after }))).rejects.toThrow(
          InvalidCursor,
        );
    });

    test("are found by id for cancelling, other work is not, and cancelled ones are not", async () => {
      const found = await subject.unitOfWork.run(({ schedule }) =>
        schedule.ofIds(CHANGE_PRICE, [workId(5), workId(3), workId(1), workId(9)]),
      );
      expect(found.map((work) => [work.id, work.subject, work.dueAt])).toEqual([
        [workId(1), SMALL, hour(1)],
        [workId(3), SMALL, hour(3)],
      ]);

      expect(await subject.unitOfWork.run(({ schedule }) => schedule.cancel([workId(1)]))).toBe(1);
      expect(ids((await subject.scheduledPriceReads.ofVariants([SMALL])).get(SMALL))).toEqual([
        workId(3),
      ]);
      expect(
        await subject.unitOfWork.run(({ schedule }) => schedule.ofIds(CHANGE_PRICE, [workId(1)])),
      ).toEqual([]);
    });
  });
};
