export { introspection, keys, lookups, possibleTypes, scalars, typePolicies } from "./facts.js";
export { withFragments } from "./documents.js";
