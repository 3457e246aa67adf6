import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { changesContract } from "./changes.contract.js";

changesContract("in memory", async () => ({
  unitOfWork: new InMemoryDatabase().unitOfWork(inMemoryStores),
}));
