import { ProductMutations } from "./product-mutations.js";
import { ProductPayloadResolver } from "./product-payload.js";

/** Everything that staff can change of the catalogue. */
export const catalogMutations = [ProductMutations, ProductPayloadResolver] as const;
