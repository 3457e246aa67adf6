import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { ProductsUpdateInput } from "./products-inputs.js";
import { ProductsPayload } from "./products-payload.js";

type Edited = Promise<Answered<BulkDone<ProductEdited>>>;

/** What staff can do to many products at once. */
@Resolver()
export class ProductsMutations {
  @Operation("catalog.productsUpdate")
  @Mutation(() => ProductsPayload, {
    description: "Changes what people write about many products, each in its own way.",
  })
  productsUpdate(
    @Arg("input", () => ProductsUpdateInput, {
      validate: false,
      description: "Which products, and what is to be different.",
    })
    input: ProductsUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productsUpdate, input, info, context);
  }
}
