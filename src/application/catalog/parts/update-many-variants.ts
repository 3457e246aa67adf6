import { GivenTwice } from "../../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { errorsOf, placed, placedNow } from "../../../domain/shared/domain-error.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import { checkSize, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import { BulkRefusals } from "../products/bulk-refusals.js";
import type { VariantEdited } from "../offers/change-stock.js";
import { revised } from "../products/edit-product.js";
import { editedVariants, type NamedVariant } from "./edit-variants.js";
import { putProducts } from "../products/put-products.js";
import { takeProducts, type EditStores, type TakenProduct } from "../products/take-products.js";
import { takenBy, takeVariants, type TakenByVariant } from "./take-variants.js";
import type { VariantWords } from "./variant-words.js";

export interface VariantUpdate {
  readonly id: string;
  /** Of its product. */
  readonly expectedVersion?: number | null | undefined;
  readonly changes: VariantWords;
}

interface Needs {
  /** In which all prices of the shop are (ISO 4217). */
  readonly currency: string;
}

/** What is said of the variants of one product. */
interface Group {
  readonly of: TakenProduct;
  readonly named: readonly NamedVariant[];
}

/**
 * Changes variants of many products, each in its own way: each product is loaded and stored once, and all are stored together. Only
 * where something is refused are the products taken one by one, to find out which items are to blame.
 */
export const updateManyVariants = change(
  mayWriteCatalog,
  async (
    { items, onError }: Bulk<VariantUpdate>,
    work: Work<EditStores>,
    { currency }: Needs,
  ): Promise<BulkDone<VariantEdited>> => {
    checkSize(items);
    const refusals = new BulkRefusals();
    const taken = await takeVariants(
      work.stores,
      items.map(({ id }) => id),
    );
    const groups = grouped(items, taken, refusals);
    const warnings: Warning[] = [];
    const put = (some: readonly Group[]) =>
      work.attempt(async () => void warnings.push(...(await putGroups(work, some, currency))));
    try {
      await put(groups);
    } catch (error) {
      if (errorsOf(error).length === 0) throw error;
      for (const group of groups) await putWithoutRefused(group);
    }
    if (onError !== "SKIP") refusals.throwIfAny();
    return {
      items: items.map(({ id }, index) => {
        const variantId =
          refusals.of(index).length === 0 ? takenBy(taken, id, ["id"]).variantId : null;
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

    async function putWithoutRefused({ of: { product }, named }: Group): Promise<void> {
      for (let left = named; left.length > 0;) {
        // Taken anew: the attempt that failed has changed what was taken before.
        const again = (await takeProducts(work.stores, [product.id])).get(product.id);
        if (!again) return;
        try {
          return await put([{ of: again, named: left }]);
        } catch (error) {
          const blamed = refusals.blame(
            error,
            left.map(({ place }) => Number(place[1])),
          );
          left =
            onError === "SKIP" ? left.filter(({ place }) => !blamed.has(Number(place[1]))) : [];
        }
      }
    }
  },
);

/** The items by product; what names no variant, or has been seen in another version, is refused. */
const grouped = (
  items: readonly VariantUpdate[],
  taken: TakenByVariant,
  refusals: BulkRefusals,
): readonly Group[] => {
  const groups = new Map<
    ProductId,
    { readonly of: TakenProduct; readonly named: NamedVariant[] }
  >();
  const seen = new Set<VariantId>();
  for (const [index, { id, expectedVersion, changes }] of items.entries())
    refusals.attempt(index, () => {
      const { variantId, taken: of } = takenBy(taken, id, ["id"]);
      if (seen.size === seen.add(variantId).size) throw new GivenTwice(id, ["id"]);
      checkVersion(of.product.id, expectedVersion, of.before.version);
      const group = groups.get(of.product.id) ?? { of, named: [] };
      group.named.push({
        id: variantId,
        words: changes,
        place: ["items", String(index), "changes"],
      });
      groups.set(of.product.id, group);
    });
  return [...groups.values()];
};

/** @throws Refused with every rule that one of the products breaks; SkuTaken */
const putGroups = async (
  work: Work<EditStores>,
  groups: readonly Group[],
  currency: string,
): Promise<readonly Warning[]> => {
  const edits = groups.map(({ of, named }) => ({
    of,
    ...editedVariants(of.before, named, of, currency),
  }));
  const edited = edits.map(({ of, problems, place, ...edit }) => {
    const one = problems.attempt(() => placedNow(place, () => revised(of, edit, work.now)));
    problems.throwIfAny();
    return one;
  });
  // What is refused when several products are stored is found again when they are stored one by one.
  const [only] = edits;
  await placed(only && edits.length === 1 ? only.place : (path) => path, () =>
    putProducts(
      work,
      edited.flatMap((one) => one ?? []),
    ),
  );
  return edits.flatMap(({ warnings }) => warnings);
};

const withinItem = (warning: Warning, index: number): readonly Warning[] =>
  warning.path[1] === String(index) ? [{ ...warning, path: warning.path.slice(2) }] : [];
