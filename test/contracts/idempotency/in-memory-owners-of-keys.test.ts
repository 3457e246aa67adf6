import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { ownersOfKeysContract } from "./owners-of-keys.contract.js";

ownersOfKeysContract("in memory", async () => ({
  unitOfWork: new InMemoryDatabase().unitOfWork(inMemoryStores),
}));
