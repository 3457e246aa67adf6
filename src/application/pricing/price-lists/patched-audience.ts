import { CustomerGroupNotFound, MarketNotFound } from "../../../domain/pricing/errors.js";
import type { PriceListSnapshot, PriceListTerms } from "../../../domain/pricing/price-list.js";
import type { PriceListAudience } from "../../../domain/pricing/aimed-price-list.js";
import { parseId } from "../../shared/ids.js";
import type { Patch } from "../../shared/patch.js";
import type { PricingStores } from "../ports/pricing-stores.js";

/** When a price list is valid, and for whom. A field that is left out stays, null: without. */
export interface AudiencePatch extends Patch<Pick<PriceListAudience, "validFrom" | "validUntil">> {
  readonly marketId?: string | null | undefined;
  readonly customerGroupId?: string | null | undefined;
}

type AudienceStores = Pick<PricingStores, "markets" | "customerGroups">;

/** Whether the patch says anything about the audience. */
export const patchesAudience = ({
  validFrom,
  validUntil,
  marketId,
  customerGroupId,
}: AudiencePatch): boolean =>
  [validFrom, validUntil, marketId, customerGroupId].some((field) => field !== undefined);

/**
 * The audience after a patch. The market and the group that it names are locked, so that they are
 * not deleted.
 * @throws MarketNotFound, CustomerGroupNotFound
 */
export const patchedAudience = async (
  stores: AudienceStores,
  patch: AudiencePatch,
  stored: PriceListAudience,
  lists: readonly PriceListSnapshot[],
): Promise<{ readonly audience: PriceListAudience; readonly terms: PriceListTerms }> => {
  const market = await lockedMarket(stores, patch, stored);
  return {
    audience: {
      validFrom: patch.validFrom === undefined ? stored.validFrom : patch.validFrom,
      validUntil: patch.validUntil === undefined ? stored.validUntil : patch.validUntil,
      market: market?.id ?? null,
      customerGroup: await lockedGroup(stores, patch, stored),
    },
    terms: { marketCurrency: market?.currency ?? null, others: lists },
  };
};

const lockedMarket = async (
  { markets }: AudienceStores,
  { marketId: raw }: AudiencePatch,
  stored: PriceListAudience,
) => {
  if (raw === null) return null;
  const id = raw === undefined ? stored.market : parseId("market", raw);
  if (raw !== undefined && !id) throw new MarketNotFound(raw).mapPath(() => ["marketId"]);
  try {
    return id && (await markets.get(id)).snapshot();
  } catch (error) {
    throw error instanceof MarketNotFound ? error.mapPath(() => ["marketId"]) : error;
  }
};

const lockedGroup = async (
  { customerGroups }: AudienceStores,
  { customerGroupId: raw }: AudiencePatch,
  stored: PriceListAudience,
) => {
  if (raw === null) return null;
  if (raw === undefined) return stored.customerGroup;
  const id = parseId("customergroup", raw);
  if (!id) throw new CustomerGroupNotFound(raw, ["customerGroupId"]);
  try {
    return (await customerGroups.get(id)).id;
  } catch (error) {
    throw error instanceof CustomerGroupNotFound ? error.mapPath(() => ["customerGroupId"]) : error;
  }
};
