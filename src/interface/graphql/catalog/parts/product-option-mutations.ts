import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import {
  ProductOptionAddInput,
  ProductOptionRemoveInput,
  ProductOptionUpdateInput,
  ProductOptionsReorderInput,
} from "./option-inputs.js";
import { ProductPayload } from "../products/product-payload.js";

type Edited = Promise<Answered<ProductEdited>>;

/** What staff can do to what buyers choose by. */
@Resolver()
export class ProductOptionMutations {
  @Operation("catalog.productOptionAdd")
  @Mutation(() => ProductPayload, {
    description:
      "Gives a product one more thing to choose by. The first one takes the place of the default option of a product without a choice.",
  })
  productOptionAdd(
    @Arg("input", () => ProductOptionAddInput, {
      validate: false,
      description: "Which product, and its new option.",
    })
    input: ProductOptionAddInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productOptionAdd, input, info, context);
  }

  @Operation("catalog.productOptionUpdate")
  @Mutation(() => ProductPayload, {
    description:
      "Renames an option of a product and its values, adds and removes values, and puts them in order; variants follow.",
  })
  productOptionUpdate(
    @Arg("input", () => ProductOptionUpdateInput, {
      validate: false,
      description: "Which option, and what is to be different.",
    })
    input: ProductOptionUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productOptionUpdate, input, info, context);
  }

  @Operation("catalog.productOptionRemove")
  @Mutation(() => ProductPayload, {
    description:
      "Takes an option away from a product. Refused where variants cannot be told apart without it; after the last one the product offers no choice.",
  })
  productOptionRemove(
    @Arg("input", () => ProductOptionRemoveInput, { validate: false, description: "Which option." })
    input: ProductOptionRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productOptionRemove, input, info, context);
  }

  @Operation("catalog.productOptionsReorder")
  @Mutation(() => ProductPayload, {
    description: "Puts the options of a product in order; the values of its variants follow.",
  })
  productOptionsReorder(
    @Arg("input", () => ProductOptionsReorderInput, {
      validate: false,
      description: "Which options stand first.",
    })
    input: ProductOptionsReorderInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Edited {
    return carryOut(context.app.catalog.productOptionsReorder, input, info, context);
  }
}
