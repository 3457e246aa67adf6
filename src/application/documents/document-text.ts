import { documentId } from "../../domain/documents/document-id.js";
import { InvalidDocument } from "../../domain/documents/errors.js";
import { useCase } from "../shared/use-case.js";
import { anybody } from "../shared/viewer.js";
import type { DocumentsApi, TrustedDocumentReads } from "./ports/trusted-documents.js";

interface Needs {
  readonly trustedDocumentReads: TrustedDocumentReads;
}

/** Anybody may send an id: the text is carried out, not shown. */
export const documentText = useCase(
  anybody,
  ({ trustedDocumentReads }: Needs) =>
    async ({ api, id }: DocumentTextRequest): Promise<string | null> => {
      const stored = storedForm(id);
      return stored === null ? null : trustedDocumentReads.text(api, stored);
    },
);

interface DocumentTextRequest {
  readonly api: DocumentsApi;
  /** As a client sent it. */
  readonly id: string;
}

/** Null for what can be the id of no document. */
const storedForm = (id: string): string | null => {
  try {
    return documentId(id);
  } catch (error) {
    if (error instanceof InvalidDocument) return null;
    throw error;
  }
};
