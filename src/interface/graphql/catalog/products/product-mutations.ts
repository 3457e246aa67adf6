import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { ProductUpdateInput } from "./product-inputs.js";
import { ProductPayload } from "./product-payload.js";

type Edited = Promise<Answered<ProductEdited>>;

@Resolver()
export class ProductMutations {
  @Operation("catalog.productUpdate")
  @Mutation(() => ProductPayload, { description: "Changes what people write about a product." })
  productUpdate(
    @Arg("input", () => ProductUpdateInput, {
      validate: false,
      description: "Which product, and what is to be different.",
    })
    input: ProductUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productUpdate, input, info, context);
  }
}
