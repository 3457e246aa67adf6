import { ProductMutations } from "./product-mutations.js";
import { ProductPayloadResolver } from "./product-payload.js";
import { ProductsMutations } from "./products-mutations.js";
import { productsPayload } from "./products-payload.js";

/** Everything that staff can change of the catalogue. */
export const catalogMutations = [ProductMutations, ProductsMutations, ProductPayloadResolver, ...productsPayload] as const;
