import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductDeleted } from "../../../../application/catalog/products/delete-product.js";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { ProductsDeletePayload } from "./product-delete-payload.js";
import {
  ProductsArchiveInput,
  ProductsDeleteInput,
  ProductsPublishInput,
  ProductsTagsAddInput,
  ProductsTagsRemoveInput,
  ProductsUnarchiveInput,
  ProductsUnpublishInput,
} from "./product-life-inputs.js";
import { ProductsPayload } from "./products-payload.js";

type Edited = BulkDone<ProductEdited>;

/** The same for many products at once. */
@Resolver()
export class ProductsLifeMutations {
  @Operation("catalog.productsPublish")
  @Mutation(() => ProductsPayload, {
    description: "Has the shop show many products in one window.",
  })
  productsPublish(
    @Arg("input", () => ProductsPublishInput, {
      validate: false,
      description: "Which products, and when.",
    })
    input: ProductsPublishInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<Edited>> {
    return carryOut(context.app.catalog.productsPublish, input, info, context);
  }

  @Operation("catalog.productsUnpublish")
  @Mutation(() => ProductsPayload, { description: "Has the shop no longer show many products." })
  productsUnpublish(
    @Arg("input", () => ProductsUnpublishInput, { validate: false, description: "Which products." })
    input: ProductsUnpublishInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<Edited>> {
    return carryOut(context.app.catalog.productsUnpublish, input, info, context);
  }

  @Operation("catalog.productsArchive")
  @Mutation(() => ProductsPayload, { description: "Lays many products away." })
  productsArchive(
    @Arg("input", () => ProductsArchiveInput, { validate: false, description: "Which products." })
    input: ProductsArchiveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<Edited>> {
    return carryOut(context.app.catalog.productsArchive, input, info, context);
  }

  @Operation("catalog.productsUnarchive")
  @Mutation(() => ProductsPayload, { description: "Takes many products out of the archive." })
  productsUnarchive(
    @Arg("input", () => ProductsUnarchiveInput, { validate: false, description: "Which products." })
    input: ProductsUnarchiveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<Edited>> {
    return carryOut(context.app.catalog.productsUnarchive, input, info, context);
  }

  @Operation("catalog.productsTagsAdd")
  @Mutation(() => ProductsPayload, { description: "Puts tags on many products." })
  productsTagsAdd(
    @Arg("input", () => ProductsTagsAddInput, {
      validate: false,
      description: "Which products, and which tags.",
    })
    input: ProductsTagsAddInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<Edited>> {
    return carryOut(context.app.catalog.productsTagsAdd, input, info, context);
  }

  @Operation("catalog.productsTagsRemove")
  @Mutation(() => ProductsPayload, { description: "Takes tags off many products." })
  productsTagsRemove(
    @Arg("input", () => ProductsTagsRemoveInput, {
      validate: false,
      description: "Which products, and which tags.",
    })
    input: ProductsTagsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<Edited>> {
    return carryOut(context.app.catalog.productsTagsRemove, input, info, context);
  }

  @Operation("catalog.productsDelete")
  @Mutation(() => ProductsDeletePayload, {
    description: "Takes many products away for good, as `productDelete` does.",
  })
  productsDelete(
    @Arg("input", () => ProductsDeleteInput, { validate: false, description: "Which products." })
    input: ProductsDeleteInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<BulkDone<ProductDeleted>>> {
    return carryOut(context.app.catalog.productsDelete, input, info, context);
  }
}
