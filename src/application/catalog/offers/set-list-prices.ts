import { GivenTwice } from "../../../domain/catalog/errors.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { placedNow, Problems } from "../../../domain/shared/domain-error.js";
import { Money } from "../../../domain/shared/money.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import {
  listPrice,
  PriceListNotFound,
  type ListPrice,
  type PriceListSnapshot,
} from "../../pricing/pricing.js";
import { inBulk, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import { nothingChanged } from "../nothing-changed.js";
import { takenBy, takeVariants } from "../parts/take-variants.js";
import { asEdited, putProducts } from "../products/put-products.js";
import type { EditStores, TakenProduct } from "../products/take-products.js";
import { priceWarnings } from "./price-warnings.js";
import { knownLists, type ListPriceEdit } from "./within-price-lists.js";

/** Amounts are decimals with a point in the currency of the list. */
export interface ListPriceWords {
  readonly variantId: string;
  readonly price: string;
  /** Left out or null: none. */
  readonly compareAtPrice?: string | null | undefined;
}

/** Which prices of which list. */
interface OfList<Item> extends Bulk<Item> {
  readonly priceListId: string;
}

/** Plain JSON. */
export interface ListPriceEdited {
  readonly variantId: VariantId;
  readonly priceListId: PriceListId;
  readonly warnings: readonly Warning[];
}

type Decide<Item> = (
  item: Item,
  variantId: VariantId,
  list: PriceListSnapshot,
) => { readonly price: ListPrice | null; readonly warnings: readonly Warning[] };

/** Gives variants prices in a price list, or other ones; each product is stored once, however many of its variants are named. */
export const setListPrices = change(
  mayWriteCatalog,
  (command: OfList<ListPriceWords>, work: Work<EditStores>) =>
    editListPrices(command, work, (words, variantId, list) => {
      const price = understood(words, variantId, list);
      return { price, warnings: priceWarnings({ ...price, cost: null }, []) };
    }),
);

/** Takes prices of variants out of a price list: they cost there what they cost by themselves, or cannot be bought where that is another currency. */
export const removeListPrices = change(
  mayWriteCatalog,
  (command: OfList<{ readonly variantId: string }>, work: Work<EditStores>) =>
    editListPrices(command, work, () => ({ price: null, warnings: [] })),
);

const editListPrices = async <Item extends { readonly variantId: string }>(
  { priceListId, ...command }: OfList<Item>,
  work: Work<EditStores>,
  decide: Decide<Item>,
): Promise<BulkDone<ListPriceEdited>> => {
  const taken = await takeVariants(
    work.stores,
    command.items.map(({ variantId }) => variantId),
  );
  const { lists, prices } = await knownLists(work.stores, [...taken.keys()]);
  const list = lists.find(({ id }) => id === parseId("pricelist", priceListId));
  if (!list) throw new PriceListNotFound(priceListId, ["priceListId"]);
  const edits = new Map<TakenProduct, ListPriceEdit[]>();
  const seen = new Set<VariantId>();
  const done = await inBulk(command, work, async (item): Promise<ListPriceEdited> => {
    const { variantId, taken: of } = takenBy(taken, item.variantId, ["variantId"]);
    if (seen.has(variantId)) throw new GivenTwice(item.variantId, ["variantId"]);
    const { price, warnings } = decide(item, variantId, list);
    seen.add(variantId);
    edits.set(of, [...(edits.get(of) ?? []), { priceList: list.id, variantId, price }]);
    const stored = prices.get(variantId)?.find(({ priceList }) => priceList === list.id) ?? null;
    return {
      variantId,
      priceListId: list.id,
      warnings: [...(isSame(stored, price) ? [nothingChanged()] : []), ...warnings],
    };
  });
  await putProducts(
    work,
    [...edits].map(([of, listPrices]) => asEdited(of, { listPrices })),
  );
  return done;
};

/** @throws Refused with InvalidAmount, NegativePrice */
const understood = (
  { price: text, compareAtPrice }: ListPriceWords,
  variantId: VariantId,
  { id: priceList, currency }: PriceListSnapshot,
): ListPrice => {
  const problems = new Problems();
  const price = problems.attempt(() => Money.parse(text, currency), "price");
  const compareAt =
    compareAtPrice == null
      ? null
      : problems.attempt(() => Money.parse(compareAtPrice, currency), "compareAtPrice");
  problems.throwIfAny();
  if (!price || compareAt === undefined)
    throw new Error("An amount without a problem was not read.");
  return placedNow(
    (path) => path.map((step) => (step === "compareAt" ? "compareAtPrice" : step)),
    () => listPrice({ priceList, variantId, price, compareAt }),
  );
};

const isSame = (a: ListPrice | null, b: ListPrice | null): boolean =>
  a === null || b === null
    ? a === b
    : a.price.equals(b.price) &&
      (a.compareAt === null || b.compareAt === null
        ? a.compareAt === b.compareAt
        : a.compareAt.equals(b.compareAt));
