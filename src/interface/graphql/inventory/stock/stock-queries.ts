import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type {
  StockItemFilter,
  StockItemView,
  StockMovementFilter,
  StockMovementView,
} from "../../../../application/inventory/ports/stock-reads.js";
import { pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { StockItemFilterInput } from "./stock-item-filter-input.js";
import { StockMovementFilterInput } from "./stock-movement-filter-input.js";
import { StockItemConnection } from "./stock-item-type.js";
import { StockMovementConnection } from "./stock-movement-type.js";

@Resolver()
export class StockQueries {
  @Operation("inventory.admin.items", "inventory.admin.countItems")
  @Query(() => StockItemConnection, {
    description: "The stock of variants at locations, by variant in order of creation.",
  })
  stockItems(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => StockItemFilterInput, {
      nullable: true,
      description: "Filters the stock items. Default: all.",
    })
    filter: StockItemFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<StockItemView>> {
    const { items, countItems } = app.inventory.admin;
    const [page, conditions] = [pageRequest(args), itemFilter(filter ?? {})];
    return presentConnection(info, batch, {
      read: () => items({ filter: conditions, page }, viewer),
      count: () => countItems(conditions, viewer),
    });
  }

  @Operation("inventory.admin.movements", "inventory.admin.countMovements")
  @Query(() => StockMovementConnection, {
    description: "The stock ledger, newest entries first.",
  })
  stockMovements(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => StockMovementFilterInput, {
      nullable: true,
      description: "Filters the movements. Default: all.",
    })
    filter: StockMovementFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<StockMovementView>> {
    const { movements, countMovements } = app.inventory.admin;
    const [page, conditions] = [pageRequest(args), movementFilter(filter ?? {})];
    return presentConnection(info, batch, {
      read: () => movements({ filter: conditions, page }, viewer),
      count: () => countMovements(conditions, viewer),
    });
  }
}

const itemFilter = ({
  locationIds,
  variantIds,
  productIds,
  low,
  short,
}: StockItemFilterInput): StockItemFilter => ({
  ...(locationIds && { locations: locationIds.map((id) => idOf("location", id)) }),
  ...(variantIds && { variants: variantIds.map((id) => idOf("variant", id)) }),
  ...(productIds && { products: productIds.map((id) => idOf("product", id)) }),
  ...(low != null && { low }),
  ...(short != null && { short }),
});

const movementFilter = ({
  locationIds,
  variantIds,
  kinds,
}: StockMovementFilterInput): StockMovementFilter => ({
  ...(locationIds && { locations: locationIds.map((id) => idOf("location", id)) }),
  ...(variantIds && { variants: variantIds.map((id) => idOf("variant", id)) }),
  ...(kinds && { kinds }),
});
