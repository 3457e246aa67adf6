import { change, type Work } from "../shared/change.js";
import { mayWriteDocuments } from "./ports/permissions.js";
import type { DocumentsApi, DocumentStores, WhichDocuments } from "./ports/trusted-documents.js";

interface DocumentsRetire {
  readonly api: DocumentsApi;
  readonly which: WhichDocuments;
}

/** Removes documents that no client calls any more. */
export const documentsRetire = change(
  mayWriteDocuments,
  async (
    { api, which }: DocumentsRetire,
    { stores: { trustedDocuments } }: Work<DocumentStores>,
  ): Promise<{ readonly retired: number }> => ({
    retired: await trustedDocuments.remove(api, which),
  }),
);
