import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Info, Mutation, Resolver } from "type-graphql";
import type { CollectionEdited } from "../../../../application/catalog/collections/take-collection.js";
import type { MetafieldDefinitionEdited } from "../../../../application/catalog/metafields/create-metafield-definition.js";
import type { ProductEdited } from "../../../../application/catalog/products/edit-product.js";
import type { BulkDone } from "../../../../application/shared/bulk.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { Operation } from "../../operation.js";
import { CollectionPayload } from "../collections/collection-payload.js";
import { MetafieldDefinitionPayload } from "../metafields/metafield-definition-types.js";
import { ProductPayload } from "../products/product-payload.js";
import { ProductsPayload } from "../products/products-payload.js";
import {
  CollectionTranslationsRemoveInput,
  CollectionTranslationsSetInput,
} from "./collection-translation-inputs.js";
import {
  MetafieldDefinitionTranslationsRemoveInput,
  MetafieldDefinitionTranslationsSetInput,
} from "./definition-translation-inputs.js";
import {
  ProductsTranslationsSetInput,
  ProductTranslationsRemoveInput,
  ProductTranslationsSetInput,
} from "./product-translation-inputs.js";
import { translationResolvers } from "./translation-types.js";

@Resolver()
class TranslationMutations {
  @Operation("catalog.productTranslationsSet")
  @Mutation(() => ProductPayload, {
    description:
      "Writes the texts of a product in other languages: requests that want such a language (header `Plinth-Locale`) are shown them. What is not translated is shown in the language above it (`de` for `de-AT`), or else as it was written first.",
  })
  productTranslationsSet(
    @Arg("input", () => ProductTranslationsSetInput, {
      validate: false,
      description: "Which product, and its texts.",
    })
    input: ProductTranslationsSetInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productTranslationsSet, input, info, context);
  }

  @Operation("catalog.productTranslationsRemove")
  @Mutation(() => ProductPayload, {
    description: "Takes the texts of a product in some languages away.",
  })
  productTranslationsRemove(
    @Arg("input", () => ProductTranslationsRemoveInput, {
      validate: false,
      description: "Which product, and which languages.",
    })
    input: ProductTranslationsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<ProductEdited>> {
    return carryOut(context.app.catalog.productTranslationsRemove, input, info, context);
  }

  @Operation("catalog.productsTranslationsSet")
  @Mutation(() => ProductsPayload, {
    description: "Writes the texts of many products in other languages, each in its own way.",
  })
  productsTranslationsSet(
    @Arg("input", () => ProductsTranslationsSetInput, {
      validate: false,
      description: "Which products, and their texts.",
    })
    input: ProductsTranslationsSetInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<BulkDone<ProductEdited>>> {
    return carryOut(context.app.catalog.productsTranslationsSet, input, info, context);
  }

  @Operation("catalog.collectionTranslationsSet")
  @Mutation(() => CollectionPayload, {
    description: "Writes the texts of a collection in other languages.",
  })
  collectionTranslationsSet(
    @Arg("input", () => CollectionTranslationsSetInput, {
      validate: false,
      description: "Which collection, and its texts.",
    })
    input: CollectionTranslationsSetInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<CollectionEdited>> {
    return carryOut(context.app.catalog.collectionTranslationsSet, input, info, context);
  }

  @Operation("catalog.collectionTranslationsRemove")
  @Mutation(() => CollectionPayload, {
    description: "Takes the texts of a collection in some languages away.",
  })
  collectionTranslationsRemove(
    @Arg("input", () => CollectionTranslationsRemoveInput, {
      validate: false,
      description: "Which collection, and which languages.",
    })
    input: CollectionTranslationsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<CollectionEdited>> {
    return carryOut(context.app.catalog.collectionTranslationsRemove, input, info, context);
  }

  @Operation("catalog.metafieldDefinitionTranslationsSet")
  @Mutation(() => MetafieldDefinitionPayload, {
    description: "Says in other languages what a custom field is called.",
  })
  metafieldDefinitionTranslationsSet(
    @Arg("input", () => MetafieldDefinitionTranslationsSetInput, {
      validate: false,
      description: "Which definition, and its words.",
    })
    input: MetafieldDefinitionTranslationsSetInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MetafieldDefinitionEdited>> {
    return carryOut(context.app.catalog.metafieldDefinitionTranslationsSet, input, info, context);
  }

  @Operation("catalog.metafieldDefinitionTranslationsRemove")
  @Mutation(() => MetafieldDefinitionPayload, {
    description: "Takes away what a custom field is called in some languages.",
  })
  metafieldDefinitionTranslationsRemove(
    @Arg("input", () => MetafieldDefinitionTranslationsRemoveInput, {
      validate: false,
      description: "Which definition, and which languages.",
    })
    input: MetafieldDefinitionTranslationsRemoveInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Answered<MetafieldDefinitionEdited>> {
    return carryOut(
      context.app.catalog.metafieldDefinitionTranslationsRemove,
      input,
      info,
      context,
    );
  }
}

export const translations = [TranslationMutations, ...translationResolvers] as const;
