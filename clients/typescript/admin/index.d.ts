export { introspection, keys, lookups, possibleTypes, scalars, typePolicies, type Scalars } from "./facts.js";
export { withFragments } from "./documents.js";
