import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { ProductPayload } from "../products/product-payload.js";
import {
  ProductVariantsAddInput,
  ProductVariantsRemoveInput,
  ProductVariantsReorderInput,
  ProductVariantsUpdateInput,
} from "./product-variant-inputs.js";

type Edited = Promise<Answered<ProductEdited>>;

/** What staff can do to the variants of a product. */
@Resolver()
export class ProductVariantMutations {
  @Operation("catalog.productVariantsAdd")
  @Mutation(() => ProductPayload, {
    description: "Gives a product more variants, with their prices and their stock.",
  })
  productVariantsAdd(
    @Arg("input", () => ProductVariantsAddInput, {
      validate: false,
      description: "Which product, and its new variants.",
    })
    input: ProductVariantsAddInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productVariantsAdd, input, info, context);
  }

  @Operation("catalog.productVariantsUpdate")
  @Mutation(() => ProductPayload, {
    description:
      "Changes variants of a product, with their prices and their stock, each in its own way.",
  })
  productVariantsUpdate(
    @Arg("input", () => ProductVariantsUpdateInput, {
      validate: false,
      description: "Which variants, and what is to be different.",
    })
    input: ProductVariantsUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productVariantsUpdate, input, info, context);
  }

  @Operation("catalog.productVariantsRemove")
  @Mutation(() => ProductPayload, {
    description:
      "Takes variants out of a product with their prices and their stock. Refused while units of them are promised to buyers.",
  })
  productVariantsRemove(
    @Arg("input", () => ProductVariantsRemoveInput, {
      validate: false,
      description: "Which variants.",
    })
    input: ProductVariantsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productVariantsRemove, input, info, context);
  }

  @Operation("catalog.productVariantsReorder")
  @Mutation(() => ProductPayload, { description: "Puts the variants of a product in order." })
  productVariantsReorder(
    @Arg("input", () => ProductVariantsReorderInput, {
      validate: false,
      description: "Which variants stand first.",
    })
    input: ProductVariantsReorderInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productVariantsReorder, input, info, context);
  }
}
