import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductDeleted } from "../../../../application/catalog/products/delete-product.js";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { ProductDeletePayload } from "./product-delete-payload.js";
import {
  ProductArchiveInput,
  ProductDeleteInput,
  ProductPublishInput,
  ProductTagsAddInput,
  ProductTagsRemoveInput,
  ProductUnarchiveInput,
  ProductUnpublishInput,
} from "./product-life-inputs.js";
import { ProductPayload } from "./product-payload.js";

/** What becomes of a product between being made and being taken away. */
@Resolver()
export class ProductLifeMutations {
  @Operation("catalog.productPublish")
  @Mutation(() => ProductPayload, {
    description: "Has the shop show a product, from a time on and until a time: it becomes ACTIVE.",
  })
  productPublish(
    @Arg("input", () => ProductPublishInput, {
      validate: false,
      description: "Which product, and when.",
    })
    input: ProductPublishInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productPublish, input, info, context);
  }

  @Operation("catalog.productUnpublish")
  @Mutation(() => ProductPayload, {
    description: "Has the shop no longer show a product, nor begin to. Its status stays.",
  })
  productUnpublish(
    @Arg("input", () => ProductUnpublishInput, { validate: false, description: "Which product." })
    input: ProductUnpublishInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productUnpublish, input, info, context);
  }

  @Operation("catalog.productArchive")
  @Mutation(() => ProductPayload, {
    description: "Lays a product away: it becomes ARCHIVED, and the shop does not show it.",
  })
  productArchive(
    @Arg("input", () => ProductArchiveInput, { validate: false, description: "Which product." })
    input: ProductArchiveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productArchive, input, info, context);
  }

  @Operation("catalog.productUnarchive")
  @Mutation(() => ProductPayload, {
    description: "Takes a product out of the archive: it becomes a DRAFT.",
  })
  productUnarchive(
    @Arg("input", () => ProductUnarchiveInput, { validate: false, description: "Which product." })
    input: ProductUnarchiveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productUnarchive, input, info, context);
  }

  @Operation("catalog.productTagsAdd")
  @Mutation(() => ProductPayload, {
    description: "Puts tags on a product that it does not carry yet.",
  })
  productTagsAdd(
    @Arg("input", () => ProductTagsAddInput, {
      validate: false,
      description: "Which product, and which tags.",
    })
    input: ProductTagsAddInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productTagsAdd, input, info, context);
  }

  @Operation("catalog.productTagsRemove")
  @Mutation(() => ProductPayload, {
    description: "Takes tags off a product, however they are written.",
  })
  productTagsRemove(
    @Arg("input", () => ProductTagsRemoveInput, {
      validate: false,
      description: "Which product, and which tags.",
    })
    input: ProductTagsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productTagsRemove, input, info, context);
  }

  @Operation("catalog.productDelete")
  @Mutation(() => ProductDeletePayload, {
    description:
      "Takes a product away for good, with its variants, prices, stock and places in collections. Refused while buyers have been promised units of it. Its history stays.",
  })
  productDelete(
    @Arg("input", () => ProductDeleteInput, { validate: false, description: "Which product." })
    input: ProductDeleteInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductDeleted>> {
    return carryOut(context.app.catalog.productDelete, input, info, context);
  }
}
