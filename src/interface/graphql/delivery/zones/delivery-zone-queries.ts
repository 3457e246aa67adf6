import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { DeliveryZoneView } from "../../../../application/delivery/ports/delivery-reads.js";
import { pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrKey, idOrKey } from "../../schema/id-or-key.js";
import { Operation } from "../../schema/operation.js";
import { DeliveryZoneConnection, DeliveryZoneType } from "./delivery-zone-type.js";
import { loadDeliveryZone } from "./load-delivery-zone.js";

const DeliveryZoneBy = idOrKey("DeliveryZoneBy", "a delivery zone");

@Resolver()
export class DeliveryZoneQueries {
  @Operation("delivery.admin.zones", "delivery.admin.countZones")
  @Query(() => DeliveryZoneConnection, {
    description: "The delivery zones, by key. There are at most 100.",
  })
  deliveryZones(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<DeliveryZoneView>> {
    const { zones, countZones } = app.delivery.admin;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: () => zones(page, viewer),
      count: () => countZones({}, viewer),
    });
  }

  @Operation("delivery.admin.zonesById", "delivery.admin.zonesByKey")
  @Query(() => DeliveryZoneType, {
    nullable: true,
    description: "A delivery zone. Null when it does not exist.",
  })
  async deliveryZone(
    @Arg("by", () => DeliveryZoneBy, { description: "Its id or its key." }) by: IdOrKey,
    @Ctx() context: GraphqlContext,
  ): Promise<DeliveryZoneView | null> {
    if (by.id !== undefined) return loadDeliveryZone(context, idOf("deliveryzone", by.id));
    const { app, batch, viewer } = context;
    return batch.load(["delivery zone by key"], by.key ?? "", (keys: readonly string[]) =>
      app.delivery.admin.zonesByKey(keys, viewer),
    );
  }
}
