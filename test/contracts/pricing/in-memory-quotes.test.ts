import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { quotesContract } from "./quotes.contract.js";
import { taxCategoryUsesContract } from "./tax-category-uses.contract.js";

const open = async () => {
  const database = new InMemoryDatabase();
  return { unitOfWork: database.unitOfWork(inMemoryStores), ...inMemoryReads(database) };
};

quotesContract("in memory", open);
taxCategoryUsesContract("in memory", open);
