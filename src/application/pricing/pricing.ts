/** What other contexts may decide with inside one unit of work: a price is made here, and by nobody else's rules. */
export { FiguresWithoutPrice, variantPrice, type VariantPrice } from "../../domain/pricing/variant-price.js";
