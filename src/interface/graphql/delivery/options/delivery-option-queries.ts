import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrKey, idOrKey } from "../../schema/id-or-key.js";
import { Operation } from "../../schema/operation.js";
import { AdminDeliveryOption, DeliveryOptionConnection } from "./admin-delivery-option.js";
import { loadDeliveryOption, presentIn } from "./load-delivery-option.js";
import { type DeliveryOptionSource, presentDeliveryOption } from "./present-delivery-option.js";

const DeliveryOptionBy = idOrKey("DeliveryOptionBy", "a delivery option");

@Resolver()
export class DeliveryOptionQueries {
  @Operation("delivery.admin.options", "delivery.admin.countOptions")
  @Query(() => DeliveryOptionConnection, {
    description: "The delivery options, by position. There are at most 250.",
  })
  deliveryOptions(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<DeliveryOptionSource>> {
    const { options, countOptions } = app.delivery.admin;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: async () => mapPage(await options(page, viewer), presentDeliveryOption),
      count: () => countOptions({}, viewer),
    });
  }

  @Operation("delivery.admin.optionsById", "delivery.admin.optionsByKey")
  @Query(() => AdminDeliveryOption, {
    nullable: true,
    description: "A delivery option. Null when it does not exist.",
  })
  async deliveryOption(
    @Arg("by", () => DeliveryOptionBy, { description: "Its id or its key." }) by: IdOrKey,
    @Ctx() context: GraphqlContext,
  ): Promise<DeliveryOptionSource | null> {
    if (by.id !== undefined) return loadDeliveryOption(context, idOf("deliveryoption", by.id));
    const { app, batch, viewer } = context;
    const view = await batch.load(
      ["delivery option by key"],
      by.key ?? "",
      (keys: readonly string[]) => app.delivery.admin.optionsByKey(keys, viewer),
    );
    return view && presentIn(context, view);
  }
}
