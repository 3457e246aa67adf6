import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { LocationView } from "../../../../application/inventory/ports/location-reads.js";
import { pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrKey, idOrKey } from "../../schema/id-or-key.js";
import { Operation } from "../../schema/operation.js";
import { loadLocation } from "./load-location.js";
import { LocationConnection, LocationType } from "./location-type.js";

const LocationBy = idOrKey("LocationBy", "a location");

@Resolver()
export class LocationQueries {
  @Operation("inventory.admin.locations", "inventory.admin.countLocations")
  @Query(() => LocationConnection, {
    description: "The locations, by key, also closed ones. There are at most 100.",
  })
  locations(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<LocationView>> {
    const { locations, countLocations } = app.inventory.admin;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: () => locations(page, viewer),
      count: () => countLocations({}, viewer),
    });
  }

  @Operation("inventory.admin.locationsById", "inventory.admin.locationsByKey")
  @Query(() => LocationType, {
    nullable: true,
    description: "A location. Null when it does not exist.",
  })
  async location(
    @Arg("by", () => LocationBy, { description: "Its id or its key." }) by: IdOrKey,
    @Ctx() context: GraphqlContext,
  ): Promise<LocationView | null> {
    if (by.id !== undefined) return loadLocation(context, idOf("location", by.id));
    const { app, batch, viewer } = context;
    return batch.load(["location by key"], by.key ?? "", (keys: readonly string[]) =>
      app.inventory.admin.locationsByKey(keys, viewer),
    );
  }
}
