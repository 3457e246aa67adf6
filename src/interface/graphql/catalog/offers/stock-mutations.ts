import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { carryOut } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { StockAdjustInput, StockCountInput } from "./stock-inputs.js";
import { listedUnder, VariantsPayload, type VariantsEdited } from "../parts/variants-payload.js";

/** What staff say of the units on the shelf. */
@Resolver()
export class StockMutations {
  @Operation("catalog.stockCount")
  @Mutation(() => VariantsPayload, {
    description:
      "Takes over what was counted on the shelf. To write off what broke, use `stockAdjust`: it is right whatever was sold in between.",
  })
  async stockCount(
    @Arg("input", () => StockCountInput, { validate: false, description: "What was counted." })
    input: StockCountInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantsEdited> {
    return listedUnder(
      "counts",
      await carryOut(context.app.catalog.stockCount, input, info, context),
    );
  }

  @Operation("catalog.stockAdjust")
  @Mutation(() => VariantsPayload, {
    description:
      "Writes off units that broke, and on those that were found. What is promised to buyers stays promised.",
  })
  async stockAdjust(
    @Arg("input", () => StockAdjustInput, { validate: false, description: "What came or went." })
    input: StockAdjustInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantsEdited> {
    return listedUnder(
      "adjustments",
      await carryOut(context.app.catalog.stockAdjust, input, info, context),
    );
  }
}
