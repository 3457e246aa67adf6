import type { ZoneAddress } from "../../../domain/shared/area.js";
import { countryCode } from "../../../domain/shared/countries.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import type { Markets } from "../../pricing/ports/markets.js";
import type { Clock } from "../../shared/clock.js";
import { useCase } from "../../shared/use-case.js";
import { anybody, type Policy, type Viewer } from "../../shared/viewer.js";
import type { DeliveryReads } from "../ports/delivery-reads.js";
import { mayReadDelivery } from "../ports/permissions.js";
import { offersOf, type DeliveryOffer } from "./offers-of.js";
import { type ParcelReads, readParcel, type RequestedLine } from "./read-parcel.js";

interface Needs extends ParcelReads {
  readonly deliveryReads: DeliveryReads;
  readonly markets: Markets;
  readonly clock: Clock;
}

interface OfferDelivery {
  readonly address: ZoneAddress;
  /** 1 to 200. */
  readonly lines: readonly RequestedLine[];
}

/**
 * The options that deliver lines to an address in the market of the request, in their order. Reads
 * in four statements, however many lines there are, and calls nobody. None when nothing is sent.
 * @throws UnknownCountry, LineWithoutPrice, TooMany
 */
const offering = (policy: Policy) =>
  useCase(
    policy,
    ({ deliveryReads, markets, clock, ...reads }: Needs) =>
      async ({ address, lines }: OfferDelivery, viewer): Promise<readonly DeliveryOffer[]> => {
        const moment = clock.now();
        const country = withPath(
          () => ["address", "country"],
          () => countryCode(address.country),
        );
        const market = await marketOf(markets, viewer);
        const parcel = await readParcel(reads, lines, market, moment);
        if (parcel.quantity === 0) return [];
        const offered = await deliveryReads.offered();
        const to = plainAddress({ ...address, country });
        return offersOf(offered, { parcel, address: to, market, moment });
      },
  );

/** What buyers are offered. Staff need a permission, because they see whole options. */
export const offerDelivery = { shop: offering(anybody), admin: offering(mayReadDelivery) };

const marketOf = async (markets: Markets, { shoppingContext }: Viewer) => {
  const all = await markets.all();
  const market = all.find(({ key, isDefault }) =>
    shoppingContext ? key === shoppingContext.market : isDefault,
  );
  if (!market) throw new Error("The market of the request does not exist.");
  return market;
};

const plainAddress = ({ country, region, postalCode }: ZoneAddress): ZoneAddress => ({
  country,
  region: region?.trim().toUpperCase() || null,
  postalCode: postalCode?.trim() || null,
});
