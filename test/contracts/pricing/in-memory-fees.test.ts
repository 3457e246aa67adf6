import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { inMemoryFeeReads } from "../../fakes/pricing/in-memory-fees.js";
import { feesContract } from "./fees.contract.js";

feesContract("in memory", async () => {
  const database = new InMemoryDatabase();
  return {
    unitOfWork: database.unitOfWork(inMemoryStores),
    feeReads: inMemoryFeeReads(database),
  };
});
