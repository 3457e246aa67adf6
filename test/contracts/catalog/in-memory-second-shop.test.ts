import { inMemoryCatalog } from "../../fakes/catalog/in-memory-catalog.js";
import { secondShop } from "./second-shop.contract.js";

secondShop("in memory", () => Promise.resolve(inMemoryCatalog().catalog));
