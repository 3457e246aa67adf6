import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import {
  ProductMediaAddInput,
  ProductMediaRemoveInput,
  ProductMediaReorderInput,
  ProductMediaUpdateInput,
} from "./media-inputs.js";
import { ProductPayload } from "../products/product-payload.js";

type Edited = Promise<Answered<ProductEdited>>;

/** What staff can do to the images of a product. */
@Resolver()
export class ProductMediaMutations {
  @Operation("catalog.productMediaAdd")
  @Mutation(() => ProductPayload, { description: "Gives a product more images." })
  productMediaAdd(
    @Arg("input", () => ProductMediaAddInput, {
      validate: false,
      description: "Which product, and its new images.",
    })
    input: ProductMediaAddInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productMediaAdd, input, info, context);
  }

  @Operation("catalog.productMediaUpdate")
  @Mutation(() => ProductPayload, {
    description: "Changes where images of a product are found, and what they show.",
  })
  productMediaUpdate(
    @Arg("input", () => ProductMediaUpdateInput, {
      validate: false,
      description: "Which images, and what is to be different.",
    })
    input: ProductMediaUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productMediaUpdate, input, info, context);
  }

  @Operation("catalog.productMediaRemove")
  @Mutation(() => ProductPayload, { description: "Takes images away from a product." })
  productMediaRemove(
    @Arg("input", () => ProductMediaRemoveInput, { validate: false, description: "Which images." })
    input: ProductMediaRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productMediaRemove, input, info, context);
  }

  @Operation("catalog.productMediaReorder")
  @Mutation(() => ProductPayload, { description: "Puts the images of a product in order." })
  productMediaReorder(
    @Arg("input", () => ProductMediaReorderInput, {
      validate: false,
      description: "Which images stand first.",
    })
    input: ProductMediaReorderInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productMediaReorder, input, info, context);
  }
}
