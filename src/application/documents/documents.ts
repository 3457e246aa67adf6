import type { Clock } from "../shared/clock.js";
import type { Context } from "../shared/context.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { documentsPublish } from "./documents-publish.js";
import { documentsRetire } from "./documents-retire.js";
import { DOCUMENTS_PERMISSIONS } from "./ports/permissions.js";
import type { DocumentStores, TrustedDocumentReads } from "./ports/trusted-documents.js";
import { documentText } from "./document-text.js";
import { listDocuments } from "./list-documents.js";

export interface DocumentsNeeds {
  readonly trustedDocumentReads: TrustedDocumentReads;
  readonly unitOfWork: UnitOfWork<DocumentStores & IdempotencyStores>;
  readonly clock: Clock;
}

/** The trusted documents: those that clients call by their ids. */
const DOCUMENTS = { documentText, listDocuments, documentsPublish, documentsRetire };

export type Documents = Wired<typeof DOCUMENTS>;

export const documentsContext = {
  name: "documents",
  permissions: DOCUMENTS_PERMISSIONS,
  operations: DOCUMENTS,
  open: (needs: DocumentsNeeds): Documents => wired(DOCUMENTS, needs),
} as const satisfies Context;
