import { keysOf, resolversOf } from "../lib/urql.js";
import { keys as values, lookups, possibleTypes, typePolicies } from "./facts.js";
import { introspection } from "./introspection.js";

export const schema = introspection;
export const keys = /* @__PURE__ */ keysOf(values);
export const resolvers = /* @__PURE__ */ resolversOf({ possibleTypes, typePolicies, lookups });

/** For `cacheExchange(cacheOptions)`. */
export const cacheOptions = { schema, keys, resolvers };
