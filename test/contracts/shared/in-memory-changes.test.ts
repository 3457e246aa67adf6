import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { changePartsContract } from "./change-parts.contract.js";
import { changesContract } from "./changes.contract.js";

const open = async () => ({ unitOfWork: new InMemoryDatabase().unitOfWork(inMemoryStores) });

changesContract("in memory", open);
changePartsContract("in memory", open);
