import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  ProductFilter,
  PublicationState,
} from "../../../src/application/catalog/ports/product-list.js";
import type { FileId } from "../../../src/domain/media/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { ALL, numbers } from "../catalog/page-walks.js";
import type { IdempotencySubject } from "../idempotency/idempotency.contract.js";

const [FROM, UNTIL] = [new Date("2026-01-01T12:00:00.000Z"), new Date("2026-01-02T12:00:00.000Z")];
const before = (time: Date) => new Date(time.getTime() - 1);

/**
 * What staff and shoppers find at the limits of a publication, and which files are marked for
 * deletion. Runs on the fake, SQLite and MySQL.
 */
export const momentsOfReadsContract = (
  name: string,
  open: () => Promise<IdempotencySubject>,
): void => {
  describe(`reads at the exact moment: ${name}`, () => {
    let subject: IdempotencySubject;

    beforeAll(async () => {
      subject = await open();
      await subject.empty();
      const { unitOfWork } = subject.needs;
      await openTestMarket(unitOfWork);
      await fillShop(unitOfWork, {
        products: [
          {
            number: 1,
            addedAt: FROM,
            content: { publication: { from: FROM, until: UNTIL } },
          },
        ],
      });
    });
    afterAll(async () => subject.close?.());

    const finds = async (filter: ProductFilter): Promise<boolean> =>
      numbers(
        await subject.needs.catalogReads.products(
          { filter, sort: { key: "CREATED", reverse: false }, page: ALL },
          { sees: "everything" },
          new Set(),
        ),
      ).length === 1;
    const isIn = (state: PublicationState, at: Date) => finds({ publication: { state, at } });

    test("a publication is scheduled until it begins, and current from then on", async () => {
      expect([await isIn("SCHEDULED", before(FROM)), await isIn("SCHEDULED", FROM)]).toEqual([
        true,
        false,
      ]);
      expect([await isIn("CURRENT", before(FROM)), await isIn("CURRENT", FROM)]).toEqual([
        false,
        true,
      ]);
    });

    test("a publication is current until it ends, and ended from then on", async () => {
      expect([await isIn("CURRENT", before(UNTIL)), await isIn("CURRENT", UNTIL)]).toEqual([
        true,
        false,
      ]);
      expect([await isIn("ENDED", before(UNTIL)), await isIn("ENDED", UNTIL)]).toEqual([
        false,
        true,
      ]);
    });

    test("a shopper sees a product from its first moment, and no longer at its end", async () => {
      const sees = async (at: Date) =>
        (await subject.needs.catalogReads.countProducts({}, { sees: "visible", at })) === 1;

      expect(await Promise.all([before(FROM), FROM, before(UNTIL), UNTIL].map(sees))).toEqual([
        false,
        true,
        true,
        false,
      ]);
    });

    test("a product that was added at a moment is within a period from it, and not within one until it", async () => {
      expect(await finds({ created: { from: FROM } })).toBe(true);
      expect(await finds({ created: { from: new Date(FROM.getTime() + 1) } })).toBe(false);
      expect(await finds({ created: { until: FROM } })).toBe(false);
      expect(await finds({ created: { until: new Date(FROM.getTime() + 1) } })).toBe(true);
    });

    test("a file that was used at the exact limit is kept, and only a file that is marked for deletion is forgotten", async () => {
      const mug = {
        id: id<FileId>(`file_${"01h".padEnd(26, "0")}`),
        name: `${"01h".padEnd(26, "0")}-800x600.png`,
        width: 800,
        height: 600,
        bytes: 0,
      };
      const sweep = (unusedSince: Date) =>
        subject.needs.unitOfWork.run(({ mediaFiles }) =>
          mediaFiles.sweep({ checkedBefore: UNTIL, unusedSince }, 10, FROM),
        );
      const countToDelete = () =>
        subject.needs.unitOfWork.run(
          async ({ mediaFiles }) => (await mediaFiles.toDelete(UNTIL, 10)).length,
        );
      await subject.needs.unitOfWork.run(async ({ mediaFiles }) => {
        await mediaFiles.begin(mug, FROM);
        await mediaFiles.finish(mug, "0".repeat(64), FROM);
        await mediaFiles.remove([mug.id]);
      });

      await sweep(FROM);
      expect(await countToDelete()).toBe(0);
      expect(
        await subject.needs.unitOfWork.run(async ({ mediaFiles }) =>
          (await mediaFiles.claim([mug.id], FROM)).has(mug.id),
        ),
      ).toBe(true);
      await sweep(new Date(FROM.getTime() + 1));
      expect(await countToDelete()).toBe(1);
    });
  });
};
