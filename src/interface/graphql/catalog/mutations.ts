import { ProductMutations } from "./product-mutations.js";
import { ProductPayloadResolver } from "./product-payload.js";
import { ProductsMutations } from "./products-mutations.js";
import { productsPayload } from "./products-payload.js";
import { StockMutations } from "./stock-mutations.js";
import { variantsPayload } from "./variants-payload.js";

/** Everything that staff can change of the catalogue. */
export const catalogMutations = [ProductMutations, ProductsMutations, ProductPayloadResolver, ...productsPayload, StockMutations, ...variantsPayload] as const;
