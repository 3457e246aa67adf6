import { productSearch } from "../contracts/catalog/product-search.contract.js";
import { embeddedStore } from "./embedded-store.js";

productSearch(embeddedStore);
