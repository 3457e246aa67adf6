import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Cost } from "../../schema/cost.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrKey, idOrKey } from "../../schema/id-or-key.js";
import { Operation } from "../../schema/operation.js";
import { FeeType } from "./fee-type.js";
import { type FeeSource, presentFee } from "./present-fee.js";

const FeeBy = idOrKey("FeeBy", "a fee");

@Resolver(() => FeeType)
export class FeeQueries {
  @Operation("pricing.fees.all")
  @Cost({ items: 10 })
  @Query(() => [FeeType], { description: "The fees, by position. At most 100." })
  async fees(@Ctx() { app, viewer }: GraphqlContext): Promise<readonly FeeSource[]> {
    return (await app.pricing.fees.all({}, viewer)).map(presentFee);
  }

  @Operation("pricing.fees.all")
  @Query(() => FeeType, { nullable: true, description: "A fee. Null when it does not exist." })
  async fee(
    @Arg("by", () => FeeBy, { description: "Its id or its key." }) by: IdOrKey,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<FeeSource | null> {
    const id = by.id === undefined ? null : idOf("fee", by.id);
    const fees = await app.pricing.fees.all({}, viewer);
    const fee = fees.find((one) => (id === null ? one.key === by.key : one.id === id));
    return fee ? presentFee(fee) : null;
  }
}
