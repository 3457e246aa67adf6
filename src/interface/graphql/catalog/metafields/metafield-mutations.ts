import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { MetafieldDefinitionEdited } from "../../../../application/catalog/metafields/create-metafield-definition.js";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { MetafieldDefinitionId } from "../../../../domain/catalog/ids.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import {
  MetafieldDefinitionDeletePayload,
  MetafieldDefinitionPayload,
} from "./metafield-definition-types.js";
import {
  MetafieldDefinitionCreateInput,
  MetafieldDefinitionDeleteInput,
  MetafieldDefinitionUpdateInput,
  ProductMetafieldsRemoveInput,
  ProductMetafieldsSetInput,
} from "./metafield-inputs.js";
import { ProductPayload } from "../products/product-payload.js";

@Resolver()
export class MetafieldMutations {
  @Operation("catalog.metafieldDefinitionCreate")
  @Mutation(() => MetafieldDefinitionPayload, {
    description: "Declares a custom field, so that products may carry it.",
  })
  metafieldDefinitionCreate(
    @Arg("input", () => MetafieldDefinitionCreateInput, {
      validate: false,
      description: "The custom field.",
    })
    input: MetafieldDefinitionCreateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MetafieldDefinitionEdited>> {
    return carryOut(context.app.catalog.metafieldDefinitionCreate, input, info, context);
  }

  @Operation("catalog.metafieldDefinitionUpdate")
  @Mutation(() => MetafieldDefinitionPayload, {
    description:
      "Changes what people say of a custom field. Its namespace, key and type are fixed.",
  })
  metafieldDefinitionUpdate(
    @Arg("input", () => MetafieldDefinitionUpdateInput, {
      validate: false,
      description: "Which definition, and what is to be different.",
    })
    input: MetafieldDefinitionUpdateInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MetafieldDefinitionEdited>> {
    return carryOut(context.app.catalog.metafieldDefinitionUpdate, input, info, context);
  }

  @Operation("catalog.metafieldDefinitionDelete")
  @Mutation(() => MetafieldDefinitionDeletePayload, {
    description: "Takes a custom field away that no product carries any more.",
  })
  metafieldDefinitionDelete(
    @Arg("input", () => MetafieldDefinitionDeleteInput, {
      validate: false,
      description: "Which definition.",
    })
    input: MetafieldDefinitionDeleteInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<{ readonly deletedMetafieldDefinitionId: MetafieldDefinitionId }>> {
    return carryOut(context.app.catalog.metafieldDefinitionDelete, input, info, context);
  }

  @Operation("catalog.productMetafieldsSet")
  @Mutation(() => ProductPayload, {
    description:
      "Gives a product custom fields, or other values to those that it has. Each has to be declared.",
  })
  productMetafieldsSet(
    @Arg("input", () => ProductMetafieldsSetInput, {
      validate: false,
      description: "Which product, and its custom fields.",
    })
    input: ProductMetafieldsSetInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productMetafieldsSet, input, info, context);
  }

  @Operation("catalog.productMetafieldsRemove")
  @Mutation(() => ProductPayload, { description: "Takes custom fields from a product." })
  productMetafieldsRemove(
    @Arg("input", () => ProductMetafieldsRemoveInput, {
      validate: false,
      description: "Which product, and which custom fields.",
    })
    input: ProductMetafieldsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productMetafieldsRemove, input, info, context);
  }
}
