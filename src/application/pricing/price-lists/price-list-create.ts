import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import { PriceList } from "../../../domain/pricing/price-list.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import { mayWritePricing } from "../ports/permissions.js";
import type { PricingStores } from "../ports/pricing-stores.js";
import { fillPortion, nextPortion, type FillStores } from "./fill-price-lists.js";
import { planToFollow } from "./follow-audiences.js";
import { patchedAudience, patchesAudience, type AudiencePatch } from "./patched-audience.js";

/** Every edit of a product saves its price range in each of them. */
export const MAX_PRICE_LISTS = 25;

interface PriceListCreate {
  readonly priceList: AudiencePatch & {
    readonly key: string;
    /** The key when left out. */
    readonly name?: string | null | undefined;
    /** The currency of the shop when left out (ISO 4217). */
    readonly currency?: string | null | undefined;
  };
}

const FOR_EVERYBODY = { validFrom: null, validUntil: null, market: null, customerGroup: null };

/** The result of a change of a price list. Plain JSON. */
export interface PriceListEdited {
  readonly priceListId: PriceListId;
  readonly warnings: readonly Warning[];
}

/**
 * Creates a price list without prices. Markets can use it when the price ranges of all products in
 * it are worked out: at once in a small shop, in the background in a large one.
 */
export const priceListCreate = change(
  mayWritePricing,
  (
    { priceList }: PriceListCreate,
    { stores, now }: Work<FillStores & Pick<PricingStores, "markets" | "customerGroups">>,
    { ids, currency }: { readonly ids: Ids; readonly currency: string },
  ): Promise<PriceListEdited> =>
    withPathAsync(
      (path) => ["priceList", ...path],
      async () => {
        const { key } = priceList;
        const content = {
          key,
          name: priceList.name ?? key,
          currency: priceList.currency ?? currency,
        };
        const id = ids.next("pricelist");
        // The first checks before anything is locked.
        PriceList.create(id, content, now);
        // Every creation of a product locks all price lists, and so waits for this one.
        await stores.markets.default();
        const others = await stores.priceLists.lockAll();
        const { audience, terms } = await patchedAudience(stores, priceList, FOR_EVERYBODY, others);
        const list = PriceList.create(id, { ...content, ...audience }, now, terms);
        if (others.length >= MAX_PRICE_LISTS)
          throw new TooManyOfAKind("price lists", others.length + 1, MAX_PRICE_LISTS);
        const last = await fillPortion(stores, list.snapshot(), null);
        const isFilled = (await stores.priceListListings.missing(list.id, last, 1)).length === 0;
        if (isFilled) list.markReady(now);
        await stores.priceLists.save(list);
        if (!isFilled) await stores.schedule.plan([nextPortion(list.id, last, { ids, now })]);
        if (patchesAudience(priceList)) await planToFollow(stores, list.snapshot(), { ids, now });
        return { priceListId: list.id, warnings: [] };
      },
    ),
);
