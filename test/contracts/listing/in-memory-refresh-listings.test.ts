import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { refreshListingsContract } from "./refresh-listings.contract.js";

refreshListingsContract("in memory", async () => ({
  unitOfWork: new InMemoryDatabase().unitOfWork(inMemoryStores),
}));
