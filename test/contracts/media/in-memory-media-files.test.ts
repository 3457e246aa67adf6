import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { mediaFilesContract } from "./media-files.contract.js";

mediaFilesContract("in memory", async () => ({
  unitOfWork: new InMemoryDatabase().unitOfWork(inMemoryStores),
}));
