import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { LocationView } from "../../../../application/inventory/ports/location-reads.js";
import type {
  StockItemView,
  StockMovementView,
} from "../../../../application/inventory/ports/stock-reads.js";
import type { StockKey } from "../../../../application/inventory/ports/stock-units.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { variantById } from "../../catalog/variants/variant-by-id.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadLocation } from "../locations/load-location.js";
import { StockItemType } from "./stock-item-type.js";
import { StockMovementType } from "./stock-movement-type.js";

/** The variant and the location of what is about stock. */
const partsOf = (Type: ClassType): ClassType => {
  @Resolver(() => Type)
  class PartsResolver {
    @FieldResolver()
    variant(
      @Root() { variantId }: StockKey,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<VariantSource | null> {
      return variantById(variantId, requestedFields(info), context);
    }

    @FieldResolver()
    location(
      @Root() { locationId }: StockKey,
      @Ctx() context: GraphqlContext,
    ): Promise<LocationView | null> {
      return loadLocation(context, locationId);
    }
  }
  return PartsResolver;
};

@Resolver(() => StockMovementType)
class StockMovementFieldsResolver {
  @FieldResolver()
  number(@Root() { key }: StockMovementView): string {
    return String(key);
  }
}

@Resolver(() => AdminVariant)
class VariantStockResolver {
  @Cost({ items: 3 })
  @FieldResolver(() => [StockItemType], {
    description: "Its stock at each location, at most 100. Empty when it is not counted.",
  })
  async stockItems(
    @Root() { id }: VariantSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<readonly StockItemView[]> {
    return (
      (await batch.load(["stock items"], id, (ids: readonly VariantId[]) =>
        app.inventory.admin.itemsOfVariants(ids, viewer),
      )) ?? []
    );
  }
}

export const stockResolvers = [
  partsOf(StockItemType),
  partsOf(StockMovementType),
  StockMovementFieldsResolver,
  VariantStockResolver,
] as const;
