import type { ProductFileShape } from "../../../application/catalog/ports.js";
import type { ProductSheet } from "../../../application/catalog/product-sheet.js";
export async function* productText(_shape: ProductFileShape, _sheets: AsyncIterable<ProductSheet>): AsyncGenerator<string> {}
