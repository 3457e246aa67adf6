export { keys, lookups, possibleTypes, scalars, typePolicies, type Scalars } from "./facts.js";
export { introspection } from "./introspection.js";
export { withFragments } from "./documents.js";
