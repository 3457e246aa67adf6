import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemorySettings } from "../../fakes/in-memory-settings.js";
import { storesContract } from "./stores.contract.js";

storesContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return { unitOfWork: database.unitOfWork((open) => ({ ...inMemoryStores(open), settings: inMemorySettings(open) })), outboxTypes: async () => database.outbox.map(({ type }) => type) };
});
