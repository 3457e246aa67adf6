import type { ProductId } from "../../../domain/catalog/ids.js";
import type { FieldChange } from "../../../domain/catalog/products/field-change.js";
import type { ProductContent } from "../../../domain/catalog/products/product-content.js";
import { withPath, withPathAsync } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { Target } from "../../shared/lock-target.js";
import { type Warning, nothingChanged } from "../../shared/warning.js";
import { asEdited, type EditedProduct } from "./edited-product.js";
import { lockProduct, type EditWork, type LockedProduct } from "./lock-products.js";
import { saveProducts } from "./save-products.js";
import { slugTakenOver } from "./slug-taken-over.js";

/** The result of an edit of a product. Plain JSON. */
export interface ProductEdited {
  readonly productId: ProductId;
  readonly changes: readonly FieldChange[];
  readonly warnings: readonly Warning[];
}

/** An edit of a product: its new content, with the prices and the stock that change. */
export interface ProductEdit extends Partial<
  Pick<EditedProduct, "prices" | "storedPrices" | "stock" | "listPrices">
> {
  readonly content: ProductContent;
  readonly warnings?: readonly Warning[];
  /**
   * Problems of the command itself, with paths in the command. They are reported together with
   * those of the content.
   */
  readonly problems?: Problems;
  /** The path in the command of a path in the content; the same path when left out. */
  readonly toCommandPath?: (path: readonly string[]) => readonly string[];
}

/** An edit with everything but list prices. */
export type FullProductEdit = Required<Omit<ProductEdit, "listPrices">>;

/**
 * Locks one product, edits it, and saves it with everything that depends on it. Warns when nothing
 * changed.
 * @param pathOfWarning what the warning is about
 * @throws ProductNotFound, StaleVersion, Refused with every rule that the new content breaks;
 * SlugTaken, SkuTaken
 */
export const editProduct = async (
  work: EditWork,
  target: Target,
  edit: (locked: LockedProduct) => ProductEdit | Promise<ProductEdit>,
  pathOfWarning: readonly string[] = [],
): Promise<ProductEdited> =>
  warnWhenUnchanged(
    await editLocked(work, await lockProduct(work.stores, target), edit),
    pathOfWarning,
  );

export const warnWhenUnchanged = (edited: ProductEdited, path: readonly string[]): ProductEdited =>
  edited.changes.length > 0
    ? edited
    : { ...edited, warnings: [...edited.warnings, nothingChanged(path)] };

/** `editProduct` for a product that is locked already, without the warning. */
export const editLocked = async (
  work: EditWork,
  locked: LockedProduct,
  edit: (locked: LockedProduct) => ProductEdit | Promise<ProductEdit>,
): Promise<ProductEdited> => {
  const {
    warnings = [],
    toCommandPath = samePath,
    problems = new Problems(),
    ...edited
  } = await edit(locked);
  const { id } = locked.product;
  const revised = problems.collect(() =>
    withPath(toCommandPath, () => revise(locked, edited, work.now)),
  );
  problems.throwIfAny();
  const { changes, tookOver } = await withPathAsync(toCommandPath, () =>
    saveProducts(work, revised ? [revised] : []),
  );
  return {
    productId: id,
    changes: changes.get(id) ?? [],
    warnings: [...warnings, ...slugTakenOver(tookOver.get(id), toCommandPath(["slug"]))],
  };
};

export const samePath = (path: readonly string[]): readonly string[] => path;

/** Gives a locked product new content, prices and stock, without saving it. @throws Refused */
export const revise = (
  locked: LockedProduct,
  { content, prices, storedPrices, stock }: ProductEdit,
  now: Date,
): EditedProduct => {
  locked.product.revise(content, now);
  return asEdited(locked, {
    ...(prices && { prices }),
    ...(storedPrices && { storedPrices }),
    ...(stock && { stock }),
  });
};
