import { cacheOptionsOf } from "../lib/apollo.js";
import { lookups, possibleTypes as types, typePolicies as policies } from "./facts.js";

export { pagesOf } from "../lib/apollo.js";

/** For `new InMemoryCache(cacheOptions)`. */
export const cacheOptions = /* @__PURE__ */ cacheOptionsOf({ possibleTypes: types, typePolicies: policies, lookups });
export const possibleTypes = types;
export const typePolicies = cacheOptions.typePolicies;
