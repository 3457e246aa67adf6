import { claimedHash } from "../../domain/documents/document-id.js";
import { DocumentIdTaken, TooManyDocuments } from "../../domain/documents/errors.js";
import { Refused } from "../../domain/shared/domain-error.js";
import { change, type Work } from "../shared/change.js";
import { mayWriteDocuments } from "./ports/permissions.js";
import type { DocumentsApi, DocumentStores, TrustedDocument } from "./ports/trusted-documents.js";

/** Documents of one API; all clients of all versions together. */
export const MAX_DOCUMENTS = 20_000;

interface DocumentsPublish {
  readonly api: DocumentsApi;
  /** Checked against the schema, and with ids that are their hashes where they say so. */
  readonly documents: readonly TrustedDocument[];
}

interface DocumentsPublished {
  readonly added: number;
  /** How many were published before, by this or another build. */
  readonly known: number;
}

/**
 * Lets clients call these documents by their ids: all of them, or none. Published documents never
 * change, so publishing again only tells that they are still in use.
 */
export const documentsPublish = change(
  mayWriteDocuments,
  async (
    { api, documents }: DocumentsPublish,
    { stores: { trustedDocuments }, now }: Work<DocumentStores>,
  ): Promise<DocumentsPublished> => {
    // In one order, so that two builds do not wait for each other.
    const sorted = documents.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const ids = sorted.map(({ id }) => id);
    const before = await trustedDocuments.texts(api, ids);
    await trustedDocuments.save(api, sorted, now);
    // Looked up afterwards: another build may have published the same id meanwhile.
    const stored = await trustedDocuments.texts(
      api,
      ids.filter((id) => claimedHash(id) === null),
    );
    const [first, ...others] = sorted
      .filter(({ id, text }) => (stored.get(id) ?? text) !== text)
      .map(({ id }) => new DocumentIdTaken(id));
    if (first) throw new Refused([first, ...others]);
    const count = await trustedDocuments.count(api);
    if (count > MAX_DOCUMENTS) throw new TooManyDocuments(count, MAX_DOCUMENTS);
    return { added: documents.length - before.size, known: before.size };
  },
);
