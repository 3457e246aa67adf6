import { RepeatedEntry } from "../../../domain/catalog/errors.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import {
  PriceListNotFound,
  type ListPrice,
  type PriceListSnapshot,
} from "../../pricing/pricing.js";
import { inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { type Warning, nothingChanged } from "../../shared/warning.js";
import { asEdited } from "../product-edit/edited-product.js";
import type { EditStores, LockedProduct } from "../product-edit/lock-products.js";
import { lockedVariant, lockVariants } from "../product-edit/lock-variants.js";
import { saveProducts } from "../product-edit/save-products.js";
import { loadListPrices, type ListPriceEdit } from "../product-edit/stored-list-prices.js";

/** A bulk command about prices of one price list. */
export interface ListPricesCommand<Item> extends Bulk<Item> {
  readonly priceListId: string;
}

/** The result of a change of a list price. Plain JSON. */
interface ListPriceEdited {
  readonly variantId: VariantId;
  readonly priceListId: PriceListId;
  readonly warnings: readonly Warning[];
}

type Decide<Item> = (
  item: Item,
  variantId: VariantId,
  list: PriceListSnapshot,
) => { readonly price: ListPrice | null; readonly warnings: readonly Warning[] };

/** Changes prices in a price list. @param decide the new price of an item; null removes it */
export const editListPrices = async <Item extends { readonly variantId: string }>(
  { priceListId, ...command }: ListPricesCommand<Item>,
  work: Work<EditStores>,
  decide: Decide<Item>,
): Promise<BulkOutcome<ListPriceEdited>> => {
  const lockedByVariant = await lockVariants(
    work.stores,
    command.items.map(({ variantId }) => variantId),
  );
  const { lists, prices } = await loadListPrices(work.stores, [...lockedByVariant.keys()]);
  const list = lists.find(({ id }) => id === parseId("pricelist", priceListId));
  if (!list) throw new PriceListNotFound(priceListId, ["priceListId"]);
  const edits = new Map<LockedProduct, ListPriceEdit[]>();
  const seen = new Set<VariantId>();
  const done = await inBulk(command, work, async (item): Promise<ListPriceEdited> => {
    const { variantId, locked } = lockedVariant(lockedByVariant, item.variantId, ["variantId"]);
    if (seen.has(variantId)) throw new RepeatedEntry(item.variantId, ["variantId"]);
    const { price, warnings } = decide(item, variantId, list);
    seen.add(variantId);
    edits.set(locked, [...(edits.get(locked) ?? []), { priceList: list.id, variantId, price }]);
    const stored = prices.get(variantId)?.find(({ priceList }) => priceList === list.id) ?? null;
    return {
      variantId,
      priceListId: list.id,
      warnings: [...(hasSameAmounts(stored, price) ? [nothingChanged()] : []), ...warnings],
    };
  });
  await saveProducts(
    work,
    [...edits].map(([locked, listPrices]) => asEdited(locked, { listPrices })),
  );
  return done;
};

const hasSameAmounts = (a: ListPrice | null, b: ListPrice | null): boolean =>
  deepEqual(a?.price, b?.price) && deepEqual(a?.compareAt, b?.compareAt);
