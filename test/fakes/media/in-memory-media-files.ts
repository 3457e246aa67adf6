import type { MediaFiles } from "../../../src/application/media/ports/media-files.js";
import type {
  MediaSource,
  MediaSourceReads,
  MediaSources,
  SourceStatus,
} from "../../../src/application/media/ports/media-sources.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import type { FileId } from "../../../src/domain/media/ids.js";
import { fileUrl, type MediaFile } from "../../../src/domain/media/media-file.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";

interface Row extends MediaFile {
  readonly sha256: string | null;
  readonly status: "STORING" | "READY" | "DOOMED";
  readonly usedAt: Date;
  readonly checkedAt: Date;
}

export const inMemoryMediaFiles = (database: InMemoryDatabase): MediaFiles => {
  const rows = () => database.rows<Row>("media-file");
  const update = (row: Row, change: Partial<Row>): void =>
    void rows().set(row.id, { ...row, ...change });
  const claimed = (isRequested: (row: Row) => boolean, now: Date): readonly MediaFile[] => {
    const found = [...rows().values()].filter((row) => row.status === "READY" && isRequested(row));
    for (const row of found) update(row, { usedAt: now });
    return found.map(fileOf);
  };
  const isUsed = ({ name }: Row): boolean => {
    const urls = new Set([
      fileUrl(name),
      ...[...database.rows<MediaSource>("media-source").values()]
        .filter(({ file }) => file === name)
        .map(({ url }) => url),
    ]);
    const products = [...database.rows<ProductSnapshot>("product").values()].flatMap(
      ({ media }) => media,
    );
    const collections = [...database.rows<CollectionSnapshot>("collection").values()].flatMap(
      ({ image }) => image ?? [],
    );
    return [...products, ...collections].some(({ url }) => urls.has(url));
  };
  return {
    claim: async (ids, now) =>
      new Map(claimed(({ id }) => ids.includes(id), now).map((file) => [file.id, file])),
    claimNamed: async (names, now) =>
      new Set(claimed(({ name }) => names.includes(name), now).map(({ name }) => name)),
    ofContent: async (sha256, now) => claimed((row) => row.sha256 === sha256, now)[0] ?? null,
    begin: async (file, now) =>
      void rows().set(file.id, {
        ...file,
        sha256: null,
        status: "STORING",
        usedAt: now,
        checkedAt: now,
      }),
    finish: async (file, sha256, now) => {
      const row = rows().get(file.id);
      const [twin] = claimed((one) => one.sha256 === sha256, now);
      if (row)
        update(
          row,
          twin ? { status: "DOOMED", checkedAt: now } : { sha256, status: "READY", usedAt: now },
        );
      return twin ?? file;
    },
    sweep: async ({ checkedBefore, unusedSince }, limit, now) => {
      const checked = [...rows().values()]
        .filter(({ status, checkedAt }) => status !== "DOOMED" && checkedAt < checkedBefore)
        .slice(0, limit);
      for (const row of checked)
        update(
          row,
          isUsed(row)
            ? { usedAt: now, checkedAt: now }
            : {
                checkedAt: now,
                ...(row.usedAt < unusedSince && { status: "DOOMED", sha256: null }),
              },
        );
      return checked.length;
    },
    toDelete: async (before, limit) =>
      [...rows().values()]
        .filter(({ status, checkedAt }) => status === "DOOMED" && checkedAt < before)
        .slice(0, limit)
        .map(({ id, name }) => ({ id, name })),
    remove: async (ids: readonly FileId[]) => {
      for (const id of ids) if (rows().get(id)?.status === "DOOMED") rows().delete(id);
    },
  };
};

const fileOf = ({ id, name, width, height, bytes }: Row): MediaFile => ({
  id,
  name,
  width,
  height,
  bytes,
});

const BY_ID: Order<MediaSource> = {
  name: "source",
  key: ({ id }) => id,
  id: ({ id }) => id,
  reverse: false,
  isId: (text) => text.length > 0,
};

export const inMemoryMediaSourceReads = (database: InMemoryDatabase): MediaSourceReads => {
  const withStatus = (status: SourceStatus) =>
    [...database.rows<MediaSource>("media-source").values()].filter((row) => row.status === status);
  return {
    list: async (status, page) => pageOf(withStatus(status), BY_ID, page, (row) => row),
    count: async (status) => withStatus(status).length,
  };
};

export const inMemoryMediaSources = (database: InMemoryDatabase): MediaSources => {
  const rows = () => database.rows<MediaSource>("media-source");
  return {
    retry: async (which, now) => {
      for (const url of which === "failed" ? [] : which)
        if (!rows().has(url))
          rows().set(url, {
            id: url,
            url,
            status: "PENDING",
            problem: null,
            attempts: 0,
            dueAt: null,
            file: null,
          });
      const found = [...rows().values()].filter(({ url, status }) =>
        which === "failed" ? status === "FAILED" : which.includes(url) && status !== "READY",
      );
      for (const row of found)
        rows().set(row.id, { ...row, status: "PENDING", attempts: 0, dueAt: now });
      return found.length;
    },
  };
};
