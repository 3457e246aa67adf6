import { RepeatedEntry, VariantNotFound } from "../../../domain/catalog/catalog.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { ListPrice } from "../../../domain/pricing/list-price.js";
import type { PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import { IN_MEMORY, inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { nothingChanged, type Warning } from "../../shared/warning.js";
import { afterPriceChanges, type PriceWriteStores } from "../prices/after-price-changes.js";
import { listPriceChanges } from "../prices/price-changes.js";
import { variantIdsOf } from "../prices/variant-ids-of.js";

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
  list: Pick<PriceListSnapshot, "id" | "currency">,
) => { readonly price: ListPrice | null; readonly warnings: readonly Warning[] };

/** Changes prices in a price list. @param decide the new price of an item; null removes it */
export const editListPrices = async <Item extends { readonly variantId: string }>(
  { priceListId, ...command }: ListPricesCommand<Item>,
  work: Work<PriceWriteStores>,
  decide: Decide<Item>,
): Promise<BulkOutcome<ListPriceEdited>> => {
  const { stores } = work;
  const id = parseId("pricelist", priceListId);
  const { list, prices } = id
    ? await stores.listPrices.lock(id, variantIdsOf(command.items))
    : NO_LIST;
  if (!list) throw new PriceListNotFound(priceListId, ["priceListId"]);
  const seen = new Set<VariantId>();
  // Decided in memory and saved together, so that there is nothing to undo for a refused item.
  const done = await inBulk(command, IN_MEMORY, async (item): Promise<ListPriceEdited> => {
    const variantId = parseId("variant", item.variantId);
    const stored = variantId && prices.get(variantId);
    if (!stored) throw new VariantNotFound(item.variantId, ["variantId"]);
    if (seen.has(variantId)) throw new RepeatedEntry(item.variantId, ["variantId"]);
    const { price, warnings } = decide(item, variantId, list);
    seen.add(variantId);
    const hasChanged = stored.set(price);
    return {
      variantId,
      priceListId: list.id,
      warnings: [...(hasChanged ? [] : [nothingChanged()]), ...warnings],
    };
  });
  const changed = [...prices.values()].filter((price) => price.hasChanged);
  await stores.listPrices.save(changed);
  await afterPriceChanges(
    work,
    changed.map((price) => ({ price, changes: listPriceChanges(price, list.key) })),
  );
  return done;
};

const NO_LIST = { list: null, prices: new Map<VariantId, never>() };
