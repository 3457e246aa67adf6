import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import { placed } from "../../../domain/shared/domain-error.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { StockItem } from "../../inventory/inventory.js";
import { checkSize, inBulk, IN_THOUGHT, type Bulk, type BulkDone } from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import type { Warning } from "../../shared/warning.js";
import { asEdited, putProducts, type StockEdit } from "../products/put-products.js";
import type { EditStores, TakenProduct } from "../products/take-products.js";
import { takenBy, takeVariants } from "../parts/take-variants.js";

/** Of which variant somebody knows something new, and what they have seen of its stock. */
export interface StockNews {
  /** As it came in; what is not the id of a variant names none. */
  readonly variantId: string;
  /** 0 expects that no stock is kept. */
  readonly expectedVersion?: number | null | undefined;
}

/** What an edit of a variant answers. Plain JSON. */
export interface VariantEdited {
  readonly variantId: VariantId;
  readonly warnings: readonly Warning[];
}

/** What becomes of the stock of a variant. */
export interface StockDecision {
  readonly item: StockItem;
  readonly warnings?: readonly Warning[];
}

/**
 * Changes the stock of many variants: each product is loaded and stored once, whatever number of its variants is spoken of.
 * @throws InvalidBulk; with ABORT Refused with every VariantNotFound, StaleVersion and what the decision throws
 */
export const changeStock = async <News extends StockNews>(
  work: Work<EditStores>,
  { items, onError }: Bulk<News>,
  decide: (
    news: News,
    stored: StockItem | undefined,
    variantId: VariantId,
  ) => Promise<StockDecision>,
): Promise<BulkDone<VariantEdited>> => {
  checkSize(items);
  const taken = await takeVariants(
    work.stores,
    items.map(({ variantId }) => variantId),
  );
  const edits = new Map<
    ProductId,
    { readonly of: TakenProduct; readonly stock: Map<VariantId, StockEdit> }
  >();
  const done = await inBulk({ items, onError }, IN_THOUGHT, async (news) => {
    const { variantId, taken: product } = takenBy(taken, news.variantId, ["variantId"]);
    const edit = edits.get(product.product.id) ?? {
      of: product,
      stock: new Map<VariantId, StockEdit>(),
    };
    const known = edit.stock.get(variantId);
    const stored = known?.item ?? product.stock.get(variantId);
    checkVersion(variantId, news.expectedVersion, stored?.snapshot().version ?? 0);
    const onHandBefore = known ? known.onHandBefore : (stored?.snapshot().onHand ?? null);
    const { item, warnings = [] } = await decide(news, stored, variantId);
    edit.stock.set(variantId, { onHandBefore, item });
    edits.set(product.product.id, edit);
    return { variantId, warnings: [...warnings, ...shortage(item)] };
  });
  await putProducts(
    work,
    [...edits.values()].map(({ of, stock }) => asEdited(of, { stock })),
  );
  return done;
};

const shortage = (item: StockItem): readonly Warning[] =>
  item.isShort
    ? [
        {
          code: "STOCK_SHORT",
          message: `More units of ${item.variantId} are promised to buyers than there are: ${-item.available} are missing.`,
          path: [],
        },
      ]
    : [];

/** Runs a bulk change whose items the command has under another name. */
export const listedAs = <Result>(list: string, part: () => Promise<Result>): Promise<Result> =>
  placed(
    ([first, ...rest]) => (first === "items" ? [list, ...rest] : [first ?? list, ...rest]),
    part,
  );
