import { cacheOptionsOf } from "../lib/apollo.js";
import * as facts from "./facts.js";

export { pagesOf } from "../lib/apollo.js";

/** For `new InMemoryCache(cacheOptions)`. */
export const cacheOptions = cacheOptionsOf(facts);
export const { possibleTypes, typePolicies } = cacheOptions;
