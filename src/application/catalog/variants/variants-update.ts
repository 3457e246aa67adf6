import { RepeatedEntry } from "../../../domain/shared/repeated-entry.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { errorsOf, withPath, withPathAsync } from "../../../domain/shared/domain-error.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import { checkBulkSize, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { Warning } from "../../shared/warning.js";
import { revise, samePath } from "../product-edit/edit-product.js";
import {
  lockProducts,
  type EditNeeds,
  type EditStores,
  type LockedProduct,
} from "../product-edit/lock-products.js";
import {
  lockedVariant,
  lockVariants,
  type LockedByVariant,
} from "../product-edit/lock-variants.js";
import { saveProducts } from "../product-edit/save-products.js";
import { BulkRefusals } from "./bulk-refusals.js";
import { editVariants, type VariantEdit } from "./edit-variants.js";
import { authorisePrices, lockPatchedPrices } from "./lock-patched-prices.js";
import { authoriseStock, lockPatchedStock } from "./lock-patched-stock.js";
import type { VariantPatch } from "./variant-patch.js";

interface VariantUpdate {
  readonly id: string;
  /** The expected version of its product. */
  readonly expectedVersion?: number | null | undefined;
  readonly changes: VariantPatch;
}

/** The result of an edit of a variant. Plain JSON. */
export interface VariantEdited {
  readonly variantId: VariantId;
  readonly warnings: readonly Warning[];
}

/** The edits of the variants of one product. */
interface ProductEdits {
  readonly locked: LockedProduct;
  readonly edits: readonly VariantEdit[];
}

/**
 * Changes variants of many products, each in its own way. Each product is loaded and saved once,
 * and all are saved together. Only after a refusal are the products saved one by one, to find out
 * which items caused it.
 */
export const variantsUpdate = change(
  mayWriteCatalog,
  async (
    { items, onError }: Bulk<VariantUpdate>,
    work: Work<EditStores>,
    { currency }: Pick<EditNeeds, "currency">,
  ): Promise<BulkOutcome<VariantEdited>> => {
    checkBulkSize(items);
    const patches = items.map(({ changes }) => changes);
    authorisePrices(work.viewer, patches);
    authoriseStock(work.viewer, patches);
    const refusals = new BulkRefusals();
    const locked = await lockVariants(
      work.stores,
      items.map(({ id }) => id),
    );
    const products = groupByProduct(items, locked, refusals);
    const warnings: Warning[] = [];
    const save = (some: readonly ProductEdits[]) =>
      work.attempt(async () => void warnings.push(...(await saveEdits(work, some, currency))));
    try {
      await save(products);
    } catch (error) {
      if (errorsOf(error).length === 0) throw error;
      for (const product of products) await saveWithoutRefused(product);
    }
    if (onError !== "SKIP") refusals.throwIfAny();
    return {
      items: items.map(({ id }, index) => {
        const variantId =
          refusals.of(index).length === 0 ? lockedVariant(locked, id, ["id"]).variantId : null;
        return {
          index,
          result: variantId && {
            variantId,
            warnings: warnings.flatMap((warning) => withinItem(warning, index)),
          },
          refusals: refusals.of(index),
        };
      }),
    };

    async function saveWithoutRefused({ locked: { product }, edits }: ProductEdits): Promise<void> {
      for (let remaining = edits; remaining.length > 0;) {
        // Locked again, because the failed attempt has changed the loaded product.
        const again = (await lockProducts(work.stores, [product.id])).get(product.id);
        if (!again) return;
        try {
          return await save([{ locked: again, edits: remaining }]);
        } catch (error) {
          const refused = refusals.assign(error, remaining.map(itemIndex));
          remaining =
            onError === "SKIP" ? remaining.filter((edit) => !refused.has(itemIndex(edit))) : [];
        }
      }
    }
  },
);

const itemIndex = ({ path }: VariantEdit): number => Number(path[1]);

/** Groups the items by product. Items with an unknown variant or another version are refused. */
const groupByProduct = (
  items: readonly VariantUpdate[],
  lockedByVariant: LockedByVariant,
  refusals: BulkRefusals,
): readonly ProductEdits[] => {
  const groups = new Map<ProductId, ProductEdits & { readonly edits: VariantEdit[] }>();
  const seen = new Set<VariantId>();
  for (const [index, { id, expectedVersion, changes }] of items.entries())
    refusals.collect(index, () => {
      const { variantId, locked } = lockedVariant(lockedByVariant, id, ["id"]);
      if (seen.size === seen.add(variantId).size) throw new RepeatedEntry(id, ["id"]);
      checkVersion(locked.product.id, expectedVersion, locked.before.version);
      const group = groups.get(locked.product.id) ?? { locked, edits: [] };
      group.edits.push({
        id: variantId,
        patch: changes,
        path: ["items", String(index), "changes"],
      });
      groups.set(locked.product.id, group);
    });
  return [...groups.values()];
};

/** @throws Refused with every rule that one of the products breaks; SkuTaken */
const saveEdits = async (
  work: Work<EditStores>,
  products: readonly ProductEdits[],
  currency: string,
): Promise<readonly Warning[]> => {
  const all = products.flatMap(({ edits }) => edits);
  const prices = await lockPatchedPrices(work.stores, all);
  const stock = await lockPatchedStock(work.stores, all);
  const planned = products.map(({ locked, edits }) => ({
    locked,
    ...editVariants(locked.before, edits, { prices, stock }, currency),
  }));
  const edited = planned.map(({ locked, problems, toCommandPath, ...edit }) => {
    const one = problems.collect(() =>
      withPath(toCommandPath, () => revise(locked, edit, work.now)),
    );
    problems.throwIfAny();
    return one;
  });
  // The path is mapped for a single product only: after a refusal of several, each one is saved
  // again by itself.
  const [only] = planned;
  await withPathAsync(only && planned.length === 1 ? only.toCommandPath : samePath, () =>
    saveProducts(
      work,
      edited.flatMap((one) => one ?? []),
    ),
  );
  return planned.flatMap(({ warnings }) => warnings);
};

const withinItem = (warning: Warning, index: number): readonly Warning[] =>
  warning.path[1] === String(index) ? [{ ...warning, path: warning.path.slice(2) }] : [];
