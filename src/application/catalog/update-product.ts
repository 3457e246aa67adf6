import { change, type Work } from "../shared/change.js";
import { mayWriteCatalog } from "../shared/viewer.js";
import { editProduct, type ProductEdited } from "./edit-product.js";
import { reworded, type ProductWords } from "./product-words.js";
import type { EditStores, Target } from "./take-products.js";

export interface UpdateProduct extends Target {
  readonly changes: ProductWords;
}

/** Changes what people write about a product; what is left out stays. */
export const updateProduct = change(mayWriteCatalog, (command: UpdateProduct, work: Work<EditStores>): Promise<ProductEdited> => reword(command, work));

/** @throws ProductNotFound, StaleVersion, Refused, SlugTaken */
export const reword = ({ changes, ...target }: UpdateProduct, work: Work<EditStores>): Promise<ProductEdited> =>
  editProduct(work, target, ({ before }) => ({ content: reworded(before, changes), place: (path) => ["changes", ...path] }));
