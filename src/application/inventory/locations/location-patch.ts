import type {
  LocationAddress,
  LocationContent,
} from "../../../domain/inventory/location-content.js";
import { MarketNotFound } from "../../../domain/pricing/pricing.js";
import { Problems } from "../../../domain/shared/problems.js";
import { patchedValue } from "../../shared/patch.js";
import type { LocationStores } from "./lock-location.js";

/** An address as it is entered. */
export interface LocationAddressInput {
  readonly line1: string;
  readonly line2?: string | null | undefined;
  readonly city: string;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
  readonly country: string;
}

/** Changes to a location. A list is the whole list; null clears a field. */
export interface LocationPatch {
  /** Null: the key. */
  readonly name?: string | null | undefined;
  readonly address?: LocationAddressInput | null | undefined;
  readonly priority?: number | null | undefined;
  readonly marketIds?: readonly string[] | null | undefined;
  readonly countries?: readonly string[] | null | undefined;
}

/** The content after a patch. @throws Refused with MarketNotFound */
export const patchedLocation = async (
  { markets }: LocationStores,
  patch: LocationPatch,
  stored: LocationContent,
): Promise<LocationContent> => {
  const problems = new Problems();
  if (patch.marketIds && patch.marketIds.length > 0) {
    const known = new Set<string>((await markets.all()).map(({ id }) => id));
    for (const [index, id] of patch.marketIds.entries())
      if (!known.has(id))
        problems.add(new MarketNotFound(id).mapPath(() => ["marketIds", String(index)]));
  }
  problems.throwIfAny();
  return {
    key: stored.key,
    name: patchedValue(patch.name, stored.name, stored.key),
    address: patch.address
      ? addressOf(patch.address)
      : patchedValue(patch.address, stored.address, null),
    priority: patch.priority ?? stored.priority,
    marketIds: patchedValue(patch.marketIds, stored.marketIds, []),
    countries: patchedValue(patch.countries, stored.countries, []),
  };
};

const addressOf = ({
  line1,
  line2 = null,
  city,
  region = null,
  postalCode = null,
  country,
}: LocationAddressInput): LocationAddress => ({
  line1,
  line2,
  city,
  region,
  postalCode,
  country,
});
