import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CatalogStores } from "../../../src/application/catalog/ports/catalog-stores.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { Collection } from "../../../src/domain/catalog/collections/collection.js";
import type { FileId } from "../../../src/domain/media/ids.js";
import { fileUrl, fileName, type MediaFile } from "../../../src/domain/media/media-file.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import { id } from "../../../src/domain/shared/id.js";
import { EMPTY_COLLECTION } from "../../../src/application/catalog/collections/collection-patch.js";
import { collectionId } from "../../builders/fill-shop.js";
import { mediaId, productContent, productId } from "../../builders/product-content.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const DAY_MS = 24 * 60 * 60_000;
const daysLater = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);
const CONTENT = "a".repeat(64);
const WIDE = { width: 800, height: 600, format: "webp" } as const;

const fileOf = (n: number): MediaFile => {
  const fileId = id<FileId>(`file_01h${String(n).padStart(23, "0")}`);
  return { id: fileId, name: fileName(fileId, WIDE), width: 800, height: 600, bytes: 1_234 };
};

interface MediaFilesSubject {
  readonly unitOfWork: UnitOfWork<CatalogStores>;
  readonly close?: () => Promise<void>;
}

/** What every store of the notes about files must do. */
export const mediaFilesContract = (
  kind: string,
  open: () => Promise<MediaFilesSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`media files: ${kind}`, () => {
    let subject: MediaFilesSubject;
    const inUnit: MediaFilesSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const MUG = fileOf(1);
    const stored = (file = MUG, content = CONTENT, at = NOW) =>
      inUnit(async ({ mediaFiles }) => {
        await mediaFiles.begin(file, at);
        return mediaFiles.finish(file, content, at);
      });
    const claimed = (at: Date, file = MUG) =>
      inUnit(async ({ mediaFiles }) => [...(await mediaFiles.claim([file.id], at)).values()]);
    const sweep = (days: number, unusedFor = 7) =>
      inUnit(({ mediaFiles }) =>
        mediaFiles.sweep(
          { checkedBefore: daysLater(days - 1), unusedSince: daysLater(days - unusedFor) },
          100,
          daysLater(days),
        ),
      );
    const toDelete = () =>
      inUnit(async ({ mediaFiles }) =>
        (await mediaFiles.toDelete(daysLater(1_000), 100)).map(({ name }) => name),
      );
    const shownBy = (url: string) =>
      inUnit(({ products }) =>
        products.save([
          Product.create(
            productId(1),
            { ...productContent(1), media: [{ id: mediaId(1), url, alt: "" }] },
            NOW,
          ),
        ]),
      );

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => subject.close?.());
    afterAll(end);

    test("a file can be used after it is stored, and not before", async () => {
      await inUnit(({ mediaFiles }) => mediaFiles.begin(MUG, NOW));
      expect(await claimed(NOW)).toEqual([]);

      await inUnit(({ mediaFiles }) => mediaFiles.finish(MUG, CONTENT, NOW));

      expect(await claimed(NOW)).toEqual([MUG]);
      expect(
        await inUnit(({ mediaFiles }) =>
          mediaFiles.claimNamed([MUG.name, fileOf(2).name, "mug.webp", ""], NOW),
        ),
      ).toEqual(new Set([MUG.name]));
    });

    test("the same content is one file", async () => {
      await inUnit(({ mediaFiles }) => mediaFiles.begin(fileOf(2), NOW));
      expect(await stored()).toEqual(MUG);

      expect(await inUnit(({ mediaFiles }) => mediaFiles.finish(fileOf(2), CONTENT, NOW))).toEqual(
        MUG,
      );
      expect(await inUnit(({ mediaFiles }) => mediaFiles.ofContent(CONTENT, NOW))).toEqual(MUG);
      expect(
        await inUnit(({ mediaFiles }) => mediaFiles.ofContent("b".repeat(64), NOW)),
      ).toBeNull();
      expect(await toDelete()).toEqual([fileOf(2).name]);
      expect(await claimed(NOW, fileOf(2))).toEqual([]);
    });

    test("the same content stored twice at the same time is one file", async () => {
      await inUnit(async ({ mediaFiles }) => {
        for (const file of [MUG, fileOf(2)]) await mediaFiles.begin(file, NOW);
      });

      const finished = await Promise.all(
        [MUG, fileOf(2)].map((file) =>
          inUnit(({ mediaFiles }) => mediaFiles.finish(file, CONTENT, NOW)),
        ),
      );

      expect(new Set(finished.map(({ name }) => name)).size).toBe(1);
      expect(await toDelete()).toHaveLength(1);
    });

    test("a file that nothing has used for a week is marked for deletion, and cannot be used again", async () => {
      await stored();
      expect([await sweep(6), await toDelete()]).toEqual([1, []]);

      expect([await sweep(8), await toDelete()]).toEqual([1, [MUG.name]]);

      expect(await claimed(daysLater(8))).toEqual([]);
      expect(
        await inUnit(({ mediaFiles }) => mediaFiles.ofContent(CONTENT, daysLater(8))),
      ).toBeNull();
      expect(await stored(fileOf(3), CONTENT, daysLater(8))).toEqual(fileOf(3));
    });

    test("a file that was never stored completely is marked for deletion", async () => {
      await inUnit(({ mediaFiles }) => mediaFiles.begin(MUG, NOW));

      await sweep(8);

      expect(await toDelete()).toEqual([MUG.name]);
    });

    test("a file that a product shows is kept, and for a week after it is removed", async () => {
      await stored();
      await shownBy(fileUrl(MUG.name));
      await sweep(8);
      await sweep(20);
      await inUnit(async ({ products }) => products.remove([await products.get(productId(1))]));

      expect([await sweep(26), await toDelete()]).toEqual([1, []]);
      expect([await sweep(28), await toDelete()]).toEqual([1, [MUG.name]]);
    });

    test("a file that a collection shows is kept", async () => {
      await stored();
      await inUnit(({ collections }) =>
        collections.save(
          Collection.create(
            collectionId(7),
            {
              ...EMPTY_COLLECTION,
              slug: "mugs",
              title: "Mugs",
              image: { id: mediaId(7), url: fileUrl(MUG.name), alt: "" },
            },
            NOW,
          ),
        ),
      );

      await sweep(8);

      expect(await toDelete()).toEqual([]);
    });

    test("a file is checked once a day, however often the sweep runs", async () => {
      await stored();

      expect([await sweep(2), await sweep(2), await sweep(2.5), await sweep(3.5)]).toEqual([
        1, 0, 0, 1,
      ]);
    });

    test("a file that is being claimed at the same moment is kept", async () => {
      await stored();
      let isClaimed = (): void => undefined;
      const begun = new Promise<void>((done) => (isClaimed = done));
      const adding = inUnit(async ({ mediaFiles, products }) => {
        const found = await mediaFiles.claim([MUG.id], daysLater(8));
        isClaimed();
        await new Promise((done) => setTimeout(done, 150));
        await products.save([
          Product.create(
            productId(1),
            {
              ...productContent(1),
              media: [{ id: mediaId(1), url: fileUrl(MUG.name), alt: "" }],
            },
            NOW,
          ),
        ]);
        return found.size;
      });
      await begun;
      const [found] = await Promise.all([adding, sweep(8)]);

      expect([found, await toDelete()]).toEqual([1, []]);
    });

    test("a file that is claimed and marked for deletion at the same time is either refused or kept", async () => {
      for (let n = 1; n <= 12; n += 1) {
        await stored(fileOf(n), String(n).padStart(64, "0"));
        const [found] = await Promise.all([claimed(daysLater(8), fileOf(n)), sweep(8)]);

        expect([n, found.length === 1]).toEqual([n, !(await toDelete()).includes(fileOf(n).name)]);
      }
    });

    test("the row of a file is deleted after its bytes, and not before", async () => {
      await stored();
      await stored(fileOf(2), "b".repeat(64));
      await sweep(8);
      await inUnit(({ mediaFiles }) => mediaFiles.remove([MUG.id]));

      expect(await toDelete()).toEqual([fileOf(2).name]);
      expect(await inUnit(({ mediaFiles }) => mediaFiles.toDelete(daysLater(8), 100))).toEqual([]);
    });
  });
};
