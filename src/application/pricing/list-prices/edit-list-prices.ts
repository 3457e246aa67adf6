import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import { RepeatedEntry } from "../../../domain/shared/repeated-entry.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { PriceListNotFound } from "../../../domain/pricing/errors.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { ListPrice } from "../../../domain/pricing/list-price.js";
import { RepeatedQuantityBreak } from "../../../domain/pricing/price-lists/errors.js";
import { withPath, type DomainError } from "../../../domain/shared/domain-error.js";
import type { PriceListSnapshot } from "../../../domain/pricing/price-list.js";
import { IN_MEMORY, inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { nothingChanged, type Warning } from "../../shared/warning.js";
import { afterPriceChanges, type PriceWriteStores } from "../prices/after-price-changes.js";
import { listPriceChanges } from "../prices/price-changes.js";
import { toPricePath } from "../prices/to-price-path.js";
import { variantIdsOf } from "../prices/variant-ids-of.js";

/** Which price of a variant in a list. */
export interface ListPriceTarget {
  readonly variantId: string;
  /** From how many units on it applies; 1 when left out. */
  readonly minQuantity?: number | null | undefined;
}

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
  target: Pick<ListPrice, "variantId" | "minimumQuantity">,
  list: Pick<PriceListSnapshot, "id" | "currency">,
) => { readonly price: ListPrice | null; readonly warnings: readonly Warning[] };

/** Changes prices in a price list. @param decide the new price of an item; null removes it */
export const editListPrices = async <Item extends ListPriceTarget>(
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
  const seen = new Set<string>();
  // Decided in memory and saved together, so that there is nothing to undo for a refused item.
  const done = await inBulk(command, IN_MEMORY, async (item): Promise<ListPriceEdited> => {
    const variantId = parseId("variant", item.variantId);
    const stored = variantId && prices.get(variantId);
    if (!stored) throw new VariantNotFound(item.variantId, ["variantId"]);
    const minimumQuantity = item.minQuantity ?? 1;
    const target = `${variantId} ${minimumQuantity}`;
    if (seen.has(target)) throw repeated(item, list.key);
    const { price, warnings } = decide(item, { variantId, minimumQuantity }, list);
    const hasChanged = withPath(toListPricePath, () => stored.set(minimumQuantity, price));
    seen.add(target);
    return {
      variantId,
      priceListId: list.id,
      warnings: [...(hasChanged ? [] : [nothingChanged()]), ...warnings],
    };
  });
  const changed = [...prices.values()].flatMap((inList) => inList.changed);
  await stores.listPrices.save(changed);
  await afterPriceChanges(
    work,
    changed.map((price) => ({ price, changes: listPriceChanges(price, list.key) })),
  );
  return done;
};

const repeated = ({ variantId, minQuantity }: ListPriceTarget, list: string): DomainError =>
  minQuantity == null || minQuantity === 1
    ? new RepeatedEntry(variantId, ["variantId"])
    : new RepeatedQuantityBreak(list, minQuantity, ["minQuantity"]);

/** The path in a command of a path in a price of a list. */
export const toListPricePath = (path: readonly string[]): readonly string[] =>
  toPricePath(path).map((step) => (step === "minimumQuantity" ? "minQuantity" : step));

const NO_LIST = { list: null, prices: new Map<VariantId, never>() };
