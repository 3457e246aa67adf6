import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Resolver, Root } from "type-graphql";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { variantById } from "../../catalog/variants/variant-by-id.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { ListPriceType } from "./list-price-type.js";
import { loadPriceList } from "./load-price-list.js";
import { type ListPriceSource, presentListPrice } from "./present-list-price.js";

@Resolver(() => ListPriceType)
class ListPriceFieldsResolver {
  @FieldResolver()
  priceList(
    @Root() { priceListId }: ListPriceSource,
    @Ctx() context: GraphqlContext,
  ): Promise<PriceListView | null> {
    return loadPriceList(context, priceListId);
  }

  @FieldResolver()
  variant(
    @Root() { variantId }: ListPriceSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantSource | null> {
    return variantById(variantId, requestedFields(info), context);
  }
}

@Resolver(() => AdminVariant)
class VariantListPricesResolver {
  @Cost({ items: 5 })
  @FieldResolver(() => [ListPriceType], {
    description: "Its prices in price lists, by the key of the list and the minimum quantity.",
  })
  async prices(
    @Root() { id }: VariantSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<readonly ListPriceSource[]> {
    const views =
      (await batch.load(["list prices"], id, (ids: readonly VariantId[]) =>
        app.pricing.priceLists.pricesOfVariants(ids, viewer),
      )) ?? [];
    return views.map(presentListPrice);
  }
}

export const listPriceResolvers = [ListPriceFieldsResolver, VariantListPricesResolver] as const;
