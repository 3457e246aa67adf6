import type {
  DocumentsApi,
  DocumentStores,
  PublishedDocument,
  TrustedDocument,
  TrustedDocumentReads,
} from "../../../src/application/documents/ports/trusted-documents.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

type Row = TrustedDocument & PublishedDocument & { readonly api: DocumentsApi };

const rowsOf = (database: InMemoryDatabase) => database.rows<Row>("trusted-document");
const ofApi = (database: InMemoryDatabase, api: DocumentsApi): readonly Row[] =>
  [...rowsOf(database).values()].filter((row) => row.api === api);

export const inMemoryDocumentStores = (database: InMemoryDatabase): DocumentStores => ({
  trustedDocuments: {
    save: async (api, documents, now) => {
      for (const document of documents) {
        const key = `${api} ${document.id}`;
        const row: Row = rowsOf(database).get(key) ?? {
          ...document,
          api,
          characters: document.text.length,
          firstPublishedAt: now,
          publishedAt: now,
        };
        rowsOf(database).set(key, { ...row, publishedAt: now });
      }
    },
    texts: async (api, ids) =>
      new Map(
        ofApi(database, api)
          .filter(({ id }) => ids.includes(id))
          .map(({ id, text }) => [id, text]),
      ),
    count: async (api) => ofApi(database, api).length,
    remove: async (api, which) => {
      const removed = ofApi(database, api).filter(({ id, publishedAt }) =>
        "ids" in which ? which.ids.includes(id) : publishedAt < which.unusedSince,
      );
      for (const { id } of removed) rowsOf(database).delete(`${api} ${id}`);
      return removed.length;
    },
  },
});

export const inMemoryDocumentReads = (database: InMemoryDatabase): TrustedDocumentReads => ({
  text: async (api, id) => rowsOf(database).get(`${api} ${id}`)?.text ?? null,
  newest: async (api, limit) =>
    ofApi(database, api)
      .toSorted(
        (one, other) =>
          other.publishedAt.getTime() - one.publishedAt.getTime() || (one.id < other.id ? -1 : 1),
      )
      .slice(0, limit)
      .map(({ api: _api, text: _text, ...document }) => document),
  count: async (api) => ofApi(database, api).length,
});
