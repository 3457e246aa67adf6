import { type ClassType, Ctx, Resolver, Root } from "type-graphql";
import type { DeliveryZoneView } from "../../../../application/delivery/ports/delivery-reads.js";
import type { LocationId } from "../../../../domain/inventory/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { allMarkets } from "../../pricing/markets/all-markets.js";
import type { MarketSource } from "../../pricing/markets/present-market.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadDeliveryZone } from "../zones/load-delivery-zone.js";
import { AdminDeliveryOption } from "./admin-delivery-option.js";
import { PickupLocation } from "./pickup-location.js";
import type { DeliveryOptionSource } from "./present-delivery-option.js";
import { ShopDeliveryOption } from "./shop-delivery-option.js";

const pickupLocationResolver = (Option: ClassType): ClassType => {
  @Resolver(() => Option)
  class PickupLocationResolver {
    @FieldResolver(() => PickupLocation, {
      nullable: true,
      description:
        "Where buyers collect. Null unless it is a pickup, and after the location was deleted.",
    })
    async pickupLocation(
      @Root() { pickupLocationId }: DeliveryOptionSource,
      @Ctx() { app, batch, viewer }: GraphqlContext,
    ): Promise<PickupLocation | null> {
      if (pickupLocationId === null) return null;
      const found = await batch.load(["location"], pickupLocationId, (ids: readonly LocationId[]) =>
        app.delivery.shop.locationsById(ids, viewer),
      );
      return found && { locationId: found.id, name: found.name };
    }
  }
  return PickupLocationResolver;
};

@Resolver(() => AdminDeliveryOption)
class AdminOptionResolver {
  @FieldResolver()
  async zones(
    @Root() { zoneIds }: DeliveryOptionSource,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly DeliveryZoneView[]> {
    const zones = await Promise.all(zoneIds.map((id) => loadDeliveryZone(context, id)));
    return zones.filter((zone) => zone !== null);
  }

  @FieldResolver()
  async markets(
    @Root() { marketIds }: DeliveryOptionSource,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly MarketSource[]> {
    if (marketIds.length === 0) return [];
    return (await allMarkets(context)).filter(({ id }) => marketIds.includes(id));
  }
}

/** The resolvers of the fields of an option, by API. */
export const deliveryOptionResolvers = {
  shop: [pickupLocationResolver(ShopDeliveryOption)],
  admin: [AdminOptionResolver, pickupLocationResolver(AdminDeliveryOption)],
} as const;
