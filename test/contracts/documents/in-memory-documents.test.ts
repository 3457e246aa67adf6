import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryDocumentReads } from "../../fakes/documents/in-memory-documents.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { documentsContract } from "./documents.contract.js";

documentsContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    trustedDocumentReads: inMemoryDocumentReads(database),
  };
});
