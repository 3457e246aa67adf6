import { productEditsContract } from "../contracts/catalog/product-edits.contract.js";
import { embeddedStore } from "./embedded-store.js";

productEditsContract("SQLite", embeddedStore);
