import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import {
  ProductCreateInput,
  ProductDuplicateInput,
  ProductsCreateInput,
} from "./new-product-inputs.js";
import { ProductPayload } from "./product-payload.js";
import { ProductsPayload } from "./products-payload.js";

type Edited = Promise<Answered<ProductEdited>>;

/** How staff put products into the catalogue. */
@Resolver()
export class NewProductMutations {
  @Operation("catalog.productCreate")
  @Mutation(() => ProductPayload, {
    description:
      "Puts a new product into the catalogue, with its options, variants, prices, stock and images. The shop shows it once it is active and published.",
  })
  productCreate(
    @Arg("input", () => ProductCreateInput, { validate: false, description: "The new product." })
    input: ProductCreateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productCreate, input, info, context);
  }

  @Operation("catalog.productsCreate")
  @Mutation(() => ProductsPayload, { description: "Puts many new products into the catalogue." })
  productsCreate(
    @Arg("input", () => ProductsCreateInput, { validate: false, description: "The new products." })
    input: ProductsCreateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<BulkDone<ProductEdited>>> {
    return carryOut(context.app.catalog.productsCreate, input, info, context);
  }

  @Operation("catalog.productDuplicate")
  @Mutation(() => ProductPayload, {
    description:
      "Makes a draft out of a product: with its texts, options, variants, prices and images, but without SKUs, barcodes, stock and publication.",
  })
  productDuplicate(
    @Arg("input", () => ProductDuplicateInput, {
      validate: false,
      description: "Which product, and what the copy is called.",
    })
    input: ProductDuplicateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productDuplicate, input, info, context);
  }
}
