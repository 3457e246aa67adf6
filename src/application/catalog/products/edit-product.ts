import type { ProductId } from "../../../domain/catalog/ids.js";
import type { ProductContent } from "../../../domain/catalog/product.js";
import type { FieldChange } from "../../../domain/catalog/product-changes.js";
import { placed, placedNow, Problems } from "../../../domain/shared/domain-error.js";
import type { Warning } from "../../shared/warning.js";
import { nothingChanged } from "../nothing-changed.js";
import { asEdited, putProducts, type EditedProduct } from "./put-products.js";
import { takeProduct, type Editing, type TakenProduct, type Target } from "./take-products.js";

/** What an edit of a product answers. Plain JSON. */
export interface ProductEdited {
  readonly productId: ProductId;
  readonly changes: readonly FieldChange[];
  readonly warnings: readonly Warning[];
}

/** What becomes of a product. Figures are those that change. */
export interface Edit extends Partial<Pick<EditedProduct, "prices" | "stock">> {
  readonly content: ProductContent;
  readonly warnings?: readonly Warning[];
  /** What is wrong with the command itself, with its places there; it is told together with what the content breaks. */
  readonly problems?: Problems;
  /** Where in the command a place of the content was written; the same place unless given. */
  readonly place?: (path: readonly string[]) => readonly string[];
}

/**
 * Takes one product, lets it be edited, and stores it with everything that depends on it; warns when nothing is different then.
 * @throws ProductNotFound, StaleVersion, Refused with every rule that the new content breaks; SlugTaken, SkuTaken
 */
export const editProduct = async (
  work: Editing,
  target: Target,
  edit: (taken: TakenProduct) => Edit,
): Promise<ProductEdited> => {
  const edited = await editTaken(work, await takeProduct(work.stores, target), edit);
  return edited.changes.length > 0
    ? edited
    : { ...edited, warnings: [...edited.warnings, nothingChanged()] };
};

/** The same with a product that has been taken already. */
export const editTaken = async (
  work: Editing,
  taken: TakenProduct,
  edit: (taken: TakenProduct) => Edit,
): Promise<ProductEdited> => {
  const { warnings = [], place = asWritten, problems = new Problems(), ...edited } = edit(taken);
  const { id } = taken.product;
  const put = problems.attempt(() => placedNow(place, () => revised(taken, edited, work.now)));
  problems.throwIfAny();
  const changes = await placed(place, () => putProducts(work, put ? [put] : []));
  return { productId: id, changes: changes.get(id) ?? [], warnings };
};

const asWritten = (path: readonly string[]): readonly string[] => path;

/** A taken product with its new content and figures, checked but not stored. @throws Refused */
export const revised = (
  taken: TakenProduct,
  { content, prices, stock }: Edit,
  now: Date,
): EditedProduct => {
  taken.product.revise(content, now);
  return asEdited(taken, { ...(prices && { prices }), ...(stock && { stock }) });
};
