import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import type { MatrixGround } from "./idempotency.contract.js";

export const inMemoryGround = async (): Promise<MatrixGround> => {
  const database = new InMemoryDatabase();
  return {
    ground: { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) },
    state: async () => database.dump("idempotency_record"),
    empty: async () => database.clear(),
    remember: async () => {
      const back = database.remember();
      return async () => back();
    },
  };
};
