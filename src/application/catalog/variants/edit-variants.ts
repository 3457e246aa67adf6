import type { VariantId } from "../../../domain/catalog/ids.js";
import {
  addMissingValues,
  type AddedValue,
} from "../../../domain/catalog/options/add-missing-values.js";
import type { ChosenOption } from "../../../domain/catalog/options/chosen-option.js";
import type { ProductContent } from "../../../domain/catalog/products/product-content.js";
import { VARIANT_DEFAULTS, type Variant } from "../../../domain/catalog/variants/variant.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { Problems } from "../../../domain/shared/problems.js";
import { PriceMissing, type OwnPrice, type VariantPrice } from "../../../domain/pricing/pricing.js";
import { StockPromised, type StockItem } from "../../../domain/inventory/inventory.js";
import { planStock, type StockEdit } from "../../inventory/inventory.js";
import { planPrice, priceWarnings, toPricePath } from "../../pricing/pricing.js";
import type { Warning } from "../../shared/warning.js";
import type { FullProductEdit } from "../product-edit/edit-product.js";
import { applyVariantPatch, type VariantPatch } from "./variant-patch.js";
import { catalogWarning } from "../ports/warnings.js";

/** A patch for one variant of a product, or a new variant. */
export interface VariantEdit {
  readonly id: VariantId;
  readonly patch: VariantPatch;
  /** The path of the patch in the command. */
  readonly path: readonly string[];
}

type AddedOptionValue = AddedValue<ChosenOption & { readonly path: readonly string[] }>;

/** What variants have now: the locked prices and stock of those that change. */
interface StoredPricesAndStock {
  readonly prices: ReadonlyMap<VariantId, OwnPrice>;
  readonly stock: ReadonlyMap<VariantId, StockItem>;
}

/**
 * The content of a product after changes to its variants. New variants follow the others, and
 * options get the values that they do not have yet.
 * @param problems receives the errors of all variants
 */
export const editVariants = (
  before: ProductContent,
  edits: readonly VariantEdit[],
  stored: StoredPricesAndStock,
  currency: string,
  problems = new Problems(),
): FullProductEdit => {
  const chosen = edits.flatMap(({ patch, path }) =>
    (patch.optionValues ?? []).map((value, index) => ({
      ...value,
      path: [...path, "optionValues", String(index), "value"],
    })),
  );
  const { options, added } = addMissingValues(before.options, chosen);
  const content = { ...before, options };
  const edited = new Map(content.variants.map((variant) => [variant.id, variant]));
  const changes: PriceAndStockChanges = {
    prices: new Map(),
    stock: new Map(),
    warnings: addedValueWarnings(before, added),
  };
  for (const edit of edits) {
    const { id, patch, path } = edit;
    const current = edited.get(id) ?? { ...VARIANT_DEFAULTS, id, tracked: patch.onHand != null };
    const next = problems.collect(() => applyVariantPatch(current, patch, content), ...path);
    if (next) edited.set(id, next);
    editPriceAndStock(edit, stored, currency, problems, changes);
  }
  const variants = [...edited.values()];
  return {
    content: { ...content, variants },
    ...changes,
    storedPrices: stored.prices,
    problems,
    toCommandPath: commandPaths(variants, edits, added),
  };
};

interface PriceAndStockChanges {
  readonly prices: Map<VariantId, VariantPrice | null>;
  readonly stock: Map<VariantId, StockEdit>;
  readonly warnings: Warning[];
}

const editPriceAndStock = (
  { id, patch, path }: VariantEdit,
  stored: StoredPricesAndStock,
  currency: string,
  problems: Problems,
  { prices, stock, warnings }: PriceAndStockChanges,
): void => {
  const input = {
    price: patch.price,
    compareAt: patch.compareAtPrice,
    cost: patch.cost,
  };
  const inPatch = (field: readonly string[]) => [...path, ...toPricePath(field)];
  const price = problems.collect(() =>
    withPath(inPatch, () =>
      planPrice(id, input, stored.prices.get(id)?.price, currency, (withoutPrice) =>
        withoutPrice.forEach((field) => problems.add(new PriceMissing(inPatch([field])))),
      ),
    ),
  );
  if (price !== undefined) prices.set(id, price);
  if (price) warnings.push(...priceWarnings(price, path));
  const edit = problems.collect(
    () =>
      planStock(id, patch.onHand, stored.stock.get(id), (reserved) =>
        problems.add(new StockPromised(id, reserved).prefixPath([...path, "onHand"])),
      ),
    ...path,
    "onHand",
  );
  if (edit !== undefined) stock.set(id, edit);
};

const addedValueWarnings = ({ options }: ProductContent, added: readonly AddedOptionValue[]) =>
  added
    .filter(({ axis }) => options[axis]?.values.length !== 0)
    .map(({ option, value, chosen: { path } }) =>
      catalogWarning(
        "OPTION_VALUE_ADDED",
        `The value "${value}" was added to the option "${option}".`,
        path,
      ),
    );

/** Maps a path in the content to the path in the command. */
const commandPaths = (
  variants: readonly Variant[],
  edits: readonly VariantEdit[],
  added: readonly AddedOptionValue[],
) => {
  const paths = new Map(edits.map(({ id, path }) => [id, path]));
  return (path: readonly string[]): readonly string[] => {
    const [part, index, field, ...rest] = path;
    if (part === "options")
      return (
        added.find(
          ({ axis, at }) => String(axis) === index && [String(at), undefined].includes(rest[0]),
        )?.chosen.path ?? path
      );
    const variant = variants[Number(index)];
    if (part !== "variants" || !variant || field === undefined) return path;
    // A rule about two variants may report the one that the command does not contain. The other one
    // is in the command.
    const edited = paths.has(variant.id)
      ? variant
      : variants.find((other) => paths.has(other.id) && conflicts(variant, other, field));
    const editPath = edited && paths.get(edited.id);
    return editPath ? [...editPath, field, ...rest] : [part];
  };
};

const conflicts = (one: Variant, other: Variant, field: string): boolean =>
  (field === "sku" && one.sku === other.sku) ||
  (field === "optionValues" && deepEqual(one.optionValues, other.optionValues));
