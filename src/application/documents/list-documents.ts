import { useCase } from "../shared/use-case.js";
import { mayReadDocuments } from "./ports/permissions.js";
import type {
  DocumentsApi,
  PublishedDocument,
  TrustedDocumentReads,
} from "./ports/trusted-documents.js";

interface Needs {
  readonly trustedDocumentReads: TrustedDocumentReads;
}

interface DocumentList {
  readonly documents: readonly PublishedDocument[];
  /** Of all, however many are listed. */
  readonly count: number;
}

export const listDocuments = useCase(
  mayReadDocuments,
  ({ trustedDocumentReads }: Needs) =>
    async ({
      api,
      limit,
    }: {
      readonly api: DocumentsApi;
      readonly limit: number;
    }): Promise<DocumentList> => ({
      documents: await trustedDocumentReads.newest(api, limit),
      count: await trustedDocumentReads.count(api),
    }),
);
