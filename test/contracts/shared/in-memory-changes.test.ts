import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryIdempotencyKeyReads } from "../../fakes/in-memory-idempotency-keys.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { changePartsContract } from "./change-parts.contract.js";
import { changesContract } from "./changes.contract.js";

const open = async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    idempotencyKeyReads: inMemoryIdempotencyKeyReads(database),
  };
};

changesContract("in memory", open);
changePartsContract("in memory", open);
