import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { collectionFiles } from "./collection-files.contract.js";
import { secondShop } from "./second-shop.contract.js";

const open = () => Promise.resolve(inMemoryCatalog().catalog);

secondShop("in memory", open);
collectionFiles("in memory", open);
