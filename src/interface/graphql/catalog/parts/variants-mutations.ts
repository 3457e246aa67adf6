import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import { carryOut } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { VariantsUpdateInput } from "./variants-inputs.js";
import { listedUnder, VariantsPayload, type VariantsEdited } from "./variants-payload.js";

/** What staff can do to variants of many products at once. */
@Resolver()
export class VariantsMutations {
  @Operation("catalog.variantsUpdate")
  @Mutation(() => VariantsPayload, {
    description:
      "Changes variants of many products with their prices and their stock, each in its own way. Each product is one version further then, however many of its variants changed.",
  })
  async variantsUpdate(
    @Arg("input", () => VariantsUpdateInput, {
      validate: false,
      description: "Which variants, and what is to be different.",
    })
    input: VariantsUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantsEdited> {
    return listedUnder(
      "items",
      await carryOut(context.app.catalog.variantsUpdate, input, info, context),
    );
  }
}
