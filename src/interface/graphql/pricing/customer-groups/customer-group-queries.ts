import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { CustomerGroupView } from "../../../../application/pricing/ports/customer-group-reads.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { idOf } from "../../schema/id-of.js";
import { Operation } from "../../schema/operation.js";
import { CustomerGroupBy } from "./customer-group-by.js";
import { CustomerGroupType } from "./customer-group-type.js";

@Resolver(() => CustomerGroupType)
export class CustomerGroupQueries {
  @Operation("pricing.customerGroups.all")
  @Cost({ items: 10 })
  @Query(() => [CustomerGroupType], { description: "The customer groups, by key. At most 100." })
  customerGroups(@Ctx() { app, viewer }: GraphqlContext): Promise<readonly CustomerGroupView[]> {
    return app.pricing.customerGroups.all({}, viewer);
  }

  @Operation("pricing.customerGroups.all")
  @Query(() => CustomerGroupType, {
    nullable: true,
    description: "A customer group. Null when it does not exist.",
  })
  async customerGroup(
    @Arg("by", () => CustomerGroupBy, { description: "The id of the customer group." })
    by: CustomerGroupBy,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<CustomerGroupView | null> {
    const id = by.id === undefined ? null : idOf("customergroup", by.id);
    const groups = await app.pricing.customerGroups.all({}, viewer);
    return groups.find((group) => (id === null ? group.key === by.key : group.id === id)) ?? null;
  }
}
