import type { DocumentStores } from "../../application/documents/ports/trusted-documents.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { CreateTrustedDocument1764002000300 } from "./migrations/1764002000300-create-trusted-document.js";
import { rememberedDocuments } from "./remembered-documents.js";
import { sqlTrustedDocumentReads } from "./sql-trusted-document-reads.js";
import { SqlTrustedDocuments } from "./sql-trusted-documents.js";

const stores: StoreMakers<DocumentStores> = {
  trustedDocuments: (session) => new SqlTrustedDocuments(session),
};

export const documentsStorage = {
  name: "documents",
  migrations: [CreateTrustedDocument1764002000300],
  stores,
  reads: ({ source, ...needs }: ReadNeeds) => ({
    trustedDocumentReads: rememberedDocuments(sqlTrustedDocumentReads(source), needs),
  }),
} as const satisfies Storage;
