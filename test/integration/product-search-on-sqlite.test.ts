import { productSearchContract } from "../contracts/search/product-search.contract.js";
import { embeddedStore } from "./embedded-store.js";

productSearchContract(embeddedStore);
