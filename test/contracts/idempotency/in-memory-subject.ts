import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import type { IdempotencySubject } from "./idempotency.contract.js";

export const inMemorySubject = async (): Promise<IdempotencySubject> => {
  const database = new InMemoryDatabase();
  return {
    needs: { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) },
    state: async () => database.dump("idempotency_record"),
    empty: async () => database.clear(),
    remember: async () => {
      const back = database.snapshot();
      return async () => back();
    },
  };
};
