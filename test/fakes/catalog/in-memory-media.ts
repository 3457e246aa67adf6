import type {
  MediaFiles,
  MediaSource,
  MediaSourceReads,
  MediaSources,
  SourceStatus,
} from "../../../src/application/catalog/media/media-ports.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collection.js";
import type { FileId } from "../../../src/domain/catalog/ids.js";
import { addressOfName, type MediaFile } from "../../../src/domain/catalog/media-file.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../in-memory-keyset.js";

interface Row extends MediaFile {
  readonly sha256: string | null;
  readonly status: "STORING" | "READY" | "DOOMED";
  readonly usedAt: Date;
  readonly lookedAt: Date;
}

export const inMemoryMediaFiles = (database: InMemoryDatabase): MediaFiles => {
  const rows = () => database.rows<Row>("media-file");
  const put = (row: Row, change: Partial<Row>): void =>
    void rows().set(row.id, { ...row, ...change });
  const claimed = (wanted: (row: Row) => boolean, now: Date): readonly MediaFile[] => {
    const found = [...rows().values()].filter((row) => row.status === "READY" && wanted(row));
    for (const row of found) put(row, { usedAt: now });
    return found.map(fileOf);
  };
  const isShown = ({ name }: Row): boolean => {
    const urls = new Set([
      addressOfName(name),
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
        lookedAt: now,
      }),
    finish: async (file, sha256, now) => {
      const row = rows().get(file.id);
      const [twin] = claimed((one) => one.sha256 === sha256, now);
      if (row)
        put(
          row,
          twin ? { status: "DOOMED", lookedAt: now } : { sha256, status: "READY", usedAt: now },
        );
      return twin ?? file;
    },
    sweep: async ({ lookedAtBefore, unusedSince }, most, now) => {
      const looked = [...rows().values()]
        .filter(({ status, lookedAt }) => status !== "DOOMED" && lookedAt < lookedAtBefore)
        .slice(0, most);
      for (const row of looked)
        put(
          row,
          isShown(row)
            ? { usedAt: now, lookedAt: now }
            : {
                lookedAt: now,
                ...(row.usedAt < unusedSince && { status: "DOOMED", sha256: null }),
              },
        );
      return looked.length;
    },
    doomed: async (before, most) =>
      [...rows().values()]
        .filter(({ status, lookedAt }) => status === "DOOMED" && lookedAt < before)
        .slice(0, most)
        .map(({ id, name }) => ({ id, name })),
    forget: async (ids: readonly FileId[]) => ids.forEach((id) => rows().delete(id)),
  };
};

const fileOf = ({ id, name, width, height, bytes }: Row): MediaFile => ({
  id,
  name,
  width,
  height,
  bytes,
});

const IN_PLACE: Order<MediaSource> = {
  name: "source",
  key: ({ id }) => id,
  id: ({ id }) => id,
  reverse: false,
  isId: (text) => text.length > 0,
};

export const inMemoryMediaSourceReads = (database: InMemoryDatabase): MediaSourceReads => {
  const having = (status: SourceStatus) =>
    [...database.rows<MediaSource>("media-source").values()].filter((row) => row.status === status);
  return {
    list: async (status, page) => pageOf(having(status), IN_PLACE, page, (row) => row),
    count: async (status) => having(status).length,
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
