import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { MediaUnavailable } from "../../../src/application/media/ports/media-storage.js";
import type { SourceProblem } from "../../../src/application/media/ports/media-sources.js";
import { toCursor } from "../../../src/application/shared/to-cursor.js";
import {
  InvalidCursor,
  pageRequest,
  type PageArguments,
} from "../../../src/application/shared/page.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import type { FileId } from "../../../src/domain/media/ids.js";
import { ImageUnreadable } from "../../../src/domain/media/errors.js";
import { id } from "../../../src/domain/shared/id.js";
import { SourceFailure } from "../../../src/infrastructure/media/source-failure.js";
import {
  SourceFetcher,
  type FetcherNeeds,
} from "../../../src/infrastructure/media/source-fetcher.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { listing } from "../../../src/domain/catalog/listing/listing.js";
import { mediaId, productContent, productId } from "../../builders/product-content.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { collectedLog } from "../../fakes/collected-log.js";

const SHOWN = ["https://img.example/front.jpg", "https://img.example/side.jpg"];
const STORED = "01h00000000000000000000001-800x600.jpg";
const STEADY = new AbortController().signal;
const MINUTE_MS = 60_000;

type Subject = Pick<
  Store,
  "unitOfWork" | "workerUnitOfWork" | "readSource" | "catalogReads" | "mediaSourceReads" | "close"
>;

/** How images elsewhere get into the own storage, on either database. */
export const sourceFetcherContract = (
  kind: string,
  open: () => Promise<Subject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`fetching external images: ${kind}`, () => {
    let subject: Subject;
    let clock = movableClock();
    let requested: string[] = [];
    let outcome: (url: string) => Promise<void>;
    beforeEach(async () => {
      [subject, clock, requested, outcome] = [
        await open(),
        movableClock(),
        [],
        async () => undefined,
      ];
    });
    afterEach(() => subject.close());
    afterAll(end);

    const fetcher = (more: Partial<FetcherNeeds> = {}) =>
      new SourceFetcher({
        unitOfWork: subject.workerUnitOfWork,
        reads: subject.readSource,
        download: {
          into: async (_path, url) => (requested.push(url), await outcome(url), "a".repeat(64)),
        },
        store: async () => ({
          id: id<FileId>("file_01h00000000000000000000001"),
          name: STORED,
          url: `/media/${STORED}`,
          width: 800,
          height: 600,
          bytes: 5,
        }),
        folder: mkdtempSync(join(tmpdir(), "plinth-fetch-")),
        clock,
        log: collectedLog(),
        leaseMs: MINUTE_MS,
        ...more,
      });
    const show = (urls: readonly string[], n = 1) =>
      subject.unitOfWork.run(async ({ products, listings }) => {
        const product = Product.create(
          productId(n),
          {
            ...productContent(n),
            status: "ACTIVE",
            media: urls.map((url, index) => ({ id: mediaId(n * 100 + index), url, alt: "" })),
          },
          clock.now(),
        );
        await products.save([product]);
        await listings.save([listing(product.snapshot(), new Map())]);
      });
    const settle = async (of: SourceFetcher) => {
      while (await of.fetchDue(STEADY));
    };
    const sources = async (status: "PENDING" | "READY" | "FAILED") =>
      (await subject.mediaSourceReads.list(status, pageRequest({ first: 100 }))).items.map(
        ({ item }) => item,
      );
    const failWith = (problem: SourceProblem) =>
      (outcome = () => Promise.reject(new SourceFailure(problem)));

    test("each URL is fetched once, however often it is shown, and images of the shop are not fetched", async () => {
      await show([...SHOWN, `/media/${STORED}`, "/media/hand-made.png"]);
      await show(SHOWN, 2);
      const fetches = fetcher();

      await settle(fetches);
      clock.forward(MINUTE_MS);
      await settle(fetches);

      expect(requested.toSorted()).toEqual(SHOWN);
      expect((await sources("READY")).map(({ url, file }) => [url, file]).toSorted()).toEqual(
        SHOWN.map((url) => [url, STORED]),
      );
    });

    test("images that are shown later are found on the next walk", async () => {
      const fetches = fetcher();
      await settle(fetches);
      await show(SHOWN.slice(0, 1));
      await settle(fetches);
      expect(requested).toEqual([]);

      clock.forward(MINUTE_MS);
      await settle(fetches);

      expect(requested).toEqual(SHOWN.slice(0, 1));
    });

    test("the shop shows the external URL at first, and the stored file afterwards", async () => {
      await show(SHOWN.slice(0, 1));
      const images = async () =>
        (
          await subject.catalogReads.mediaById(
            [mediaId(100)],
            { sees: "everything" },
            new Set(["url", "source"]),
          )
        )[0];
      expect(await images()).toEqual({ id: mediaId(100), url: SHOWN[0], source: undefined });

      await settle(fetcher());

      expect(await images()).toEqual({
        id: mediaId(100),
        url: SHOWN[0],
        source: { status: "READY", file: STORED, problem: null },
      });
    });

    test("a failed image is tried five times with growing pauses, and then parked with its reason", async () => {
      await show(SHOWN.slice(0, 1));
      failWith("NOT_FOUND");
      const fetches = fetcher();
      const waits: number[] = [];
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        await settle(fetches);
        const [source] = await sources("PENDING");
        if (!source?.dueAt) continue;
        waits.push((source.dueAt.getTime() - clock.now().getTime()) / 1_000);
        clock.forward(source.dueAt.getTime() - clock.now().getTime());
      }
      clock.forward(60 * MINUTE_MS);
      await settle(fetches);

      expect([requested.length, waits]).toEqual([5, [30, 120, 480, 1_920]]);
      expect(await sources("FAILED")).toMatchObject([
        { url: SHOWN[0], problem: "NOT_FOUND", attempts: 5, dueAt: null, file: null },
      ]);
      expect(
        await subject.catalogReads.mediaById(
          [mediaId(100)],
          { sees: "everything" },
          new Set(["source"]),
        ),
      ).toMatchObject([{ source: { status: "FAILED", file: null, problem: "NOT_FOUND" } }]);
    });

    test("the sources of one status are listed page by page and counted, in both directions", async () => {
      const urls = Array.from({ length: 5 }, (_, n) => `https://img.example/${n}.jpg`);
      await subject.unitOfWork.run(({ mediaSources }) => mediaSources.retry(urls, clock.now()));
      const list = (page: PageArguments) =>
        subject.mediaSourceReads.list("PENDING", pageRequest(page));

      const first = await list({ first: 3 });
      const second = await list({ first: 3, after: first.items.at(-1)?.cursor ?? "" });
      expect([
        first.hasNextPage,
        first.items.length,
        second.hasNextPage,
        second.items.length,
      ]).toEqual([true, 3, false, 2]);
      expect([...first.items, ...second.items].map(({ item }) => item.url).toSorted()).toEqual(
        urls,
      );
      expect(
        (await list({ last: 3, before: second.items[0]?.cursor ?? "" })).items.map(
          ({ item }) => item.url,
        ),
      ).toEqual(first.items.map(({ item }) => item.url));
      expect(
        await Promise.all([
          subject.mediaSourceReads.count("PENDING"),
          subject.mediaSourceReads.count("FAILED"),
        ]),
      ).toEqual([5, 0]);
      for (const after of [
        "nonsense",
        toCursor("source", ["a", "'; DROP TABLE catalog_media_source"]),
        toCursor("created", ["a", "b"]),
      ])
        await expect(list({ first: 3, after })).rejects.toThrow(InvalidCursor);
    });

    test.each(["ADDRESS_REFUSED", "REDIRECTED", "UPLOAD_TOO_LARGE"] as const)(
      "a final problem is not tried again: %s",
      async (problem) => {
        await show(SHOWN.slice(0, 1));
        failWith(problem);

        await settle(fetcher());

        expect(await sources("FAILED")).toMatchObject([{ problem, attempts: 1 }]);
      },
    );

    test("an image that cannot be read is parked", async () => {
      await show(SHOWN.slice(0, 1));

      await settle(fetcher({ store: () => Promise.reject(new ImageUnreadable()) }));

      expect(await sources("FAILED")).toMatchObject([{ problem: "IMAGE_UNREADABLE" }]);
    });

    test("an outage of the storage of the shop does not count as an attempt, however long it takes", async () => {
      await show(SHOWN.slice(0, 1));
      const fetches = fetcher({ store: () => Promise.reject(new MediaUnavailable("down")) });
      for (let n = 0; n < 8; n += 1) {
        await settle(fetches);
        clock.forward(MINUTE_MS);
      }

      expect(await sources("PENDING")).toMatchObject([
        { problem: "MEDIA_UNAVAILABLE", attempts: 0 },
      ]);
    });

    test("a failed image is fetched again when staff retry it", async () => {
      await show(SHOWN);
      failWith("ADDRESS_REFUSED");
      const fetches = fetcher();
      await settle(fetches);
      outcome = async () => undefined;

      expect(
        await subject.unitOfWork.run(({ mediaSources }) =>
          mediaSources.retry(SHOWN.slice(0, 1), clock.now()),
        ),
      ).toBe(1);
      await settle(fetches);
      expect((await sources("READY")).map(({ url }) => url)).toEqual(SHOWN.slice(0, 1));

      expect(
        await subject.unitOfWork.run(({ mediaSources }) =>
          mediaSources.retry("failed", clock.now()),
        ),
      ).toBe(1);
      await settle(fetches);
      expect(await sources("READY")).toHaveLength(2);
    });

    test("an image that is not shown any more is not fetched, and its source is deleted", async () => {
      await subject.unitOfWork.run(({ mediaSources }) =>
        mediaSources.retry(["https://img.example/gone.jpg"], clock.now()),
      );

      await settle(fetcher());

      expect([requested, await sources("PENDING")]).toEqual([[], []]);
    });

    test("two fetchers share the work, and no image is fetched twice", async () => {
      await show(Array.from({ length: 20 }, (_, n) => `https://img.example/${n}.jpg`));
      outcome = () => new Promise((done) => setTimeout(done, 5));

      await Promise.all([settle(fetcher()), settle(fetcher())]);

      expect([requested.length, new Set(requested).size]).toEqual([20, 20]);
    });

    test("the images of a process that died are fetched by another one when the lease ends", async () => {
      await show(SHOWN.slice(0, 1));
      outcome = () => new Promise(() => undefined);
      void fetcher().fetchDue(STEADY);
      while (requested.length === 0) await new Promise((again) => setTimeout(again, 5));
      outcome = async () => undefined;

      await settle(fetcher());
      expect(requested).toHaveLength(1);
      clock.forward(MINUTE_MS);
      await settle(fetcher());

      expect([requested.length, (await sources("READY")).length]).toEqual([2, 1]);
    });

    test("a fetcher that is stopped releases its images, so that the next one continues at once", async () => {
      await show(SHOWN.slice(0, 1));
      const stopping = new AbortController();
      const interrupted = fetcher({
        download: {
          into: (_path, url, signal) => (
            requested.push(url),
            new Promise((_done, fail) =>
              signal.addEventListener("abort", () => fail(new Error("Stopped."))),
            )
          ),
        },
      });
      const passing = interrupted.fetchDue(stopping.signal);
      while (requested.length === 0) await new Promise((again) => setTimeout(again, 5));
      stopping.abort();
      await passing;

      await settle(fetcher());

      expect([requested.length, (await sources("READY")).length]).toEqual([2, 1]);
    });
  });
};
