import { Ctx, Resolver, Root } from "type-graphql";
import type { CustomerGroupView } from "../../../../application/pricing/ports/customer-group-reads.js";
import type { PriceListView } from "../../../../application/pricing/ports/price-list-reads.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { CustomerGroupType } from "../customer-groups/customer-group-type.js";
import { loadCustomerGroup } from "../customer-groups/load-customer-group.js";
import { PriceListType } from "../price-lists/price-list-type.js";
import { AdminMarket } from "./admin-market.js";
import { marketById } from "./all-markets.js";
import type { MarketSource } from "./present-market.js";

/** For which buyers a price list is made. */
@Resolver(() => PriceListType)
export class PriceListAudienceResolver {
  @FieldResolver(() => AdminMarket, {
    nullable: true,
    description:
      "The market that it is made for: its buyers get it before the list that the market names. Null: every market that names it.",
  })
  market(
    @Root() { market }: PriceListView,
    @Ctx() context: GraphqlContext,
  ): Promise<MarketSource | null> | null {
    return market && marketById(market, context);
  }

  @FieldResolver(() => CustomerGroupType, {
    nullable: true,
    description: "The only customer group that gets it, before all others. Null: every buyer.",
  })
  customerGroup(
    @Root() { customerGroup }: PriceListView,
    @Ctx() context: GraphqlContext,
  ): Promise<CustomerGroupView | null> | null {
    return customerGroup && loadCustomerGroup(context, customerGroup);
  }
}
