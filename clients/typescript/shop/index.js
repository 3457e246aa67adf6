export { keys, lookups, possibleTypes, scalars, typePolicies } from "./facts.js";
export { introspection } from "./introspection.js";
export { withFragments } from "./documents.js";
