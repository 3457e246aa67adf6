import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { StockItem } from "../../inventory/inventory.js";
import {
  checkBulkSize,
  IN_MEMORY,
  inBulk,
  type Bulk,
  type BulkOutcome,
} from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import type { Warning } from "../../shared/warning.js";
import { asEdited, type StockEdit } from "../product-edit/edited-product.js";
import type { EditStores, LockedProduct } from "../product-edit/lock-products.js";
import { lockedVariant, lockVariants } from "../product-edit/lock-variants.js";
import { saveProducts } from "../product-edit/save-products.js";
import { inventoryWarning } from "../../inventory/ports/warnings.js";

/** The variant of a stock change, and the version of its stock that the caller has read. */
export interface StockTarget {
  /** As received: anything that is not the id of a variant is not found. */
  readonly variantId: string;
  /** 0 expects that its stock is not counted yet. */
  readonly expectedVersion?: number | null | undefined;
}

/** The result of an edit of a variant. Plain JSON. */
export interface VariantEdited {
  readonly variantId: VariantId;
  readonly warnings: readonly Warning[];
}

/** The new stock of a variant. */
export interface StockDecision {
  readonly item: StockItem;
  readonly warnings?: readonly Warning[];
}

/**
 * Changes the stock of many variants. Each product is loaded and saved once, however many of its
 * variants are named.
 * @throws InvalidBulk; with ABORT Refused with every VariantNotFound, StaleVersion and error of a
 * decision
 */
export const editStock = async <Item extends StockTarget>(
  work: Work<EditStores>,
  { items, onError }: Bulk<Item>,
  decide: (
    item: Item,
    stored: StockItem | undefined,
    variantId: VariantId,
  ) => Promise<StockDecision>,
): Promise<BulkOutcome<VariantEdited>> => {
  checkBulkSize(items);
  const lockedByVariant = await lockVariants(
    work.stores,
    items.map(({ variantId }) => variantId),
  );
  const edits = new Map<
    ProductId,
    { readonly locked: LockedProduct; readonly stock: Map<VariantId, StockEdit> }
  >();
  const done = await inBulk({ items, onError }, IN_MEMORY, async (input) => {
    const { variantId, locked } = lockedVariant(lockedByVariant, input.variantId, ["variantId"]);
    const edit = edits.get(locked.product.id) ?? { locked, stock: new Map() };
    const earlier = edit.stock.get(variantId);
    const stored = earlier?.item ?? locked.stock.get(variantId);
    checkVersion(variantId, input.expectedVersion, stored?.snapshot().version ?? 0);
    const onHandBefore = earlier ? earlier.onHandBefore : (stored?.snapshot().onHand ?? null);
    const { item, warnings = [] } = await decide(input, stored, variantId);
    edit.stock.set(variantId, { onHandBefore, item });
    edits.set(locked.product.id, edit);
    return { variantId, warnings: [...warnings, ...shortageWarnings(item)] };
  });
  await saveProducts(
    work,
    [...edits.values()].map(({ locked, stock }) => asEdited(locked, { stock })),
  );
  return done;
};

const shortageWarnings = (item: StockItem): readonly Warning[] =>
  item.isShort
    ? [
        inventoryWarning(
          "STOCK_SHORT",
          `More units of ${item.variantId} are reserved than are on hand: ${-item.available} are missing.`,
        ),
      ]
    : [];

/** Runs a bulk change whose list of items has another name in the command. */
export const withItemsNamed = <Result>(
  list: string,
  part: () => Promise<Result>,
): Promise<Result> =>
  withPathAsync(
    ([first, ...rest]) => (first === "items" ? [list, ...rest] : [first ?? list, ...rest]),
    part,
  );
