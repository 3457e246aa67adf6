import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryIdempotencyKeyReads } from "../../fakes/in-memory-idempotency-keys.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { ownersOfKeysContract } from "./owners-of-keys.contract.js";

ownersOfKeysContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    idempotencyKeyReads: inMemoryIdempotencyKeyReads(database),
  };
});
