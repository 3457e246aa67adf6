import type { ProductId } from "../../../domain/catalog/ids.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { Clock } from "../../shared/clock.js";
import { parseId, type Ids } from "../../shared/ids.js";
import type { Job } from "../../shared/schedule.js";
import { takeProducts, type EditStores, type TakenProduct } from "../products/take-products.js";
import { knownLists, ownOffer, rangesWithin } from "./within-price-lists.js";

/** The kind of scheduled work that finds out what the next products cost in a price list; its subject is the list. */
export const FILL_PRICE_LIST = "pricing.fill-price-list";

/** Products are locked while their prices are looked at: a portion is small, so that nobody waits long. */
export const PRODUCTS_PER_PORTION = 250;

/** The next products of which a price list does not say yet what they cost, locked: before the list is, as everywhere. */
export const takePortion = async (
  stores: EditStores,
  list: PriceListId,
  behind: ProductId | null,
): Promise<readonly TakenProduct[]> => [
  ...(
    await takeProducts(stores, await stores.priceRanges.missing(list, behind, PRODUCTS_PER_PORTION))
  ).values(),
];

/**
 * Works out what a portion of products costs in a price list that is new, and finishes the list, or plans the next portion. Products
 * that are made or changed meanwhile say it themselves.
 */
export const fillPortion = async (
  stores: EditStores,
  list: PriceListId,
  portion: readonly TakenProduct[],
  { ids, now }: { readonly ids: Ids; readonly now: Date },
): Promise<void> => {
  const known = await knownLists(
    stores,
    portion.flatMap(({ before }) => before.variants.map(({ id }) => id)),
  );
  const lists = known.lists.filter(({ id, isReady }) => id === list && !isReady);
  // It may be gone by now.
  if (lists.length === 0) return;
  await stores.priceRanges.save(
    portion.flatMap(({ before, prices, stock }) => {
      const own = new Map(
        before.variants.map(({ id }) => [id, ownOffer(prices.get(id), stock.get(id)?.available)]),
      );
      return rangesWithin(before, own, { ...known, lists }, []);
    }),
  );
  const behind =
    portion.length < PRODUCTS_PER_PORTION
      ? null
      : (portion
          .map(({ product }) => product.id)
          .toSorted()
          .at(-1) ?? null);
  if (behind === null && (await stores.priceRanges.missing(list, null, 1)).length === 0)
    return finish(stores, list, now);
  await stores.schedule.plan([
    { id: ids.next("work"), kind: FILL_PRICE_LIST, subject: list, dueAt: now, facts: { behind } },
  ]);
};

const finish = async ({ priceLists }: EditStores, id: PriceListId, now: Date): Promise<void> => {
  const list = await priceLists.get(id);
  list.finish(now);
  await priceLists.save(list);
};

/** Goes on where the last portion has ended. */
export const fillPriceLists = ({
  clock,
  ids,
}: {
  readonly clock: Clock;
  readonly ids: Ids;
}): Job<EditStores> => ({
  kind: FILL_PRICE_LIST,
  run: async ({ subject, facts: { behind } }, stores) => {
    const list = subject as PriceListId;
    await fillPortion(
      stores,
      list,
      await takePortion(stores, list, parseId("product", String(behind))),
      { ids, now: clock.now() },
    );
  },
});
