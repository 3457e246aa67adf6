import { stockMutations } from "./stock-mutations.js";

export const priceAndStockResolvers = [stockMutations] as const;
