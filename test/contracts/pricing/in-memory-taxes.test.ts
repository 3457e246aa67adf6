import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryShopTaxes, inMemoryTaxReads } from "../../fakes/pricing/in-memory-taxes.js";
import { taxesContract } from "./taxes.contract.js";

taxesContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    taxReads: inMemoryTaxReads(database),
    currentTaxes: () => inMemoryShopTaxes(database).current(),
  };
});
