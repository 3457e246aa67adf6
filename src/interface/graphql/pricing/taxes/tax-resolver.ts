import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import type {
  TaxCategoryView,
  TaxRateFilter,
  TaxZoneView,
} from "../../../../application/pricing/ports/tax-reads.js";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { loadTaxCategory, loadTaxCategoryByKey } from "./load-tax-category.js";
import { loadTaxZone, loadTaxZoneByKey } from "./load-tax-zone.js";
import { presentTaxRate, type TaxRateSource } from "./present-tax-rate.js";
import { TaxCategoryBy } from "./tax-category-by.js";
import { TaxCategoryConnection, TaxCategoryType } from "./tax-category-type.js";
import { TaxRateFilterInput } from "./tax-rate-filter-input.js";
import { TaxRateConnection, TaxRateType } from "./tax-rate-type.js";
import { TaxZoneBy } from "./tax-zone-by.js";
import { TaxZoneConnection, TaxZoneType } from "./tax-zone-type.js";

/** The queries about taxes. */
@Resolver(() => TaxRateType)
export class TaxResolver {
  @Operation("pricing.taxCategories.list", "pricing.taxCategories.count")
  @Query(() => TaxCategoryConnection, { description: "The tax categories, by key. At most 50." })
  taxCategories(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<TaxCategoryView>> {
    const { list, count } = app.pricing.taxCategories;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: () => list(page, viewer),
      count: () => count({}, viewer),
    });
  }

  @Operation("pricing.taxCategories.byId", "pricing.taxCategories.byKey")
  @Query(() => TaxCategoryType, {
    nullable: true,
    description: "A tax category. Null when it does not exist.",
  })
  taxCategory(
    @Arg("by", () => TaxCategoryBy, { description: "The id or the key." })
    { id, key = "" }: TaxCategoryBy,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxCategoryView | null> {
    return id === undefined
      ? loadTaxCategoryByKey(context, key)
      : loadTaxCategory(context, idOf("taxcategory", id));
  }

  @Operation("pricing.taxZones.list", "pricing.taxZones.count")
  @Query(() => TaxZoneConnection, { description: "The tax zones, by key. At most 250." })
  taxZones(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<TaxZoneView>> {
    const { list, count } = app.pricing.taxZones;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: () => list(page, viewer),
      count: () => count({}, viewer),
    });
  }

  @Operation("pricing.taxZones.byId", "pricing.taxZones.byKey")
  @Query(() => TaxZoneType, {
    nullable: true,
    description: "A tax zone. Null when it does not exist.",
  })
  taxZone(
    @Arg("by", () => TaxZoneBy, { description: "The id or the key." }) { id, key = "" }: TaxZoneBy,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxZoneView | null> {
    return id === undefined
      ? loadTaxZoneByKey(context, key)
      : loadTaxZone(context, idOf("taxzone", id));
  }

  @Operation("pricing.taxRates.list", "pricing.taxRates.count")
  @Query(() => TaxRateConnection, {
    description: "The tax rates, in the order of their creation. At most 2,500.",
  })
  taxRates(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => TaxRateFilterInput, {
      nullable: true,
      description: "Filters the tax rates. Default: all.",
    })
    filter: TaxRateFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<TaxRateSource>> {
    const { list, count } = app.pricing.taxRates;
    const conditions = toFilter(filter);
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: async () => mapPage(await list({ filter: conditions, page }, viewer), presentTaxRate),
      count: () => count(conditions, viewer),
    });
  }

  @FieldResolver()
  zone(
    @Root() { zoneKey }: TaxRateSource,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxZoneView | null> {
    return loadTaxZoneByKey(context, zoneKey);
  }

  @FieldResolver()
  category(
    @Root() { categoryKey }: TaxRateSource,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxCategoryView | null> {
    return loadTaxCategoryByKey(context, categoryKey);
  }
}

const toFilter = (filter: TaxRateFilterInput | null): TaxRateFilter => ({
  ...(filter?.zone != null && { zone: filter.zone }),
  ...(filter?.category != null && { category: filter.category }),
  ...(filter?.validAt != null && { validAt: filter.validAt }),
});
