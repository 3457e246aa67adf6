import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, ID, Info, Query, Resolver, Root } from "type-graphql";
import { PageArgs, type ConnectionSource } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { Node } from "../node.js";
import { Operation } from "../operation.js";
import { requestedFields } from "../requested-fields.js";
import { ProductVariantFilterInput } from "./choices/choice-inputs.js";
import { choiceResolver } from "./choices/choice-resolver.js";
import {
  ShopCollection,
  ShopCollectionConnection,
  ShopProduct,
  ShopProductConnection,
  ShopVariant,
} from "./shop-types.js";
import { collectionTreeResolver } from "./collections/collection-tree-resolver.js";
import type { CollectionSource } from "./collection-fields.js";
import {
  CollectionBy,
  ProductBy,
  ProductFilterInput,
  ShopCollectionFilterInput,
} from "./inputs.js";
import { listCollections, listProducts } from "./lists.js";
import { collectionBy, productBy } from "./lookups.js";
import type { MediaSource } from "./media-type.js";
import { nodeBy, nodesBy } from "./nodes.js";
import type { ProductSource } from "./product-fields.js";
import { collectionsOf, mediaOf, productOf, productsOf, variantsOf } from "./relations.js";
import type { VariantSource } from "./shown-variants.js";
import { searchResolver } from "./search/search-resolver.js";
import { CollectionSortInput, ProductSortInput } from "./sorting.js";

const NODES = [
  "catalog.shop.productsById",
  "catalog.shop.variantsById",
  "catalog.shop.mediaById",
  "catalog.shop.collectionsById",
] as const;

@Resolver()
export class ShopCatalogResolver {
  @Operation("catalog.shop.productsById", "catalog.shop.productsBySlug")
  @Query(() => ShopProduct, {
    nullable: true,
    description:
      "One product. Null when there is none, or when the shop does not show it. A slug that it once had finds it too: where its `slug` is another one than you asked for, send the browser on to that.",
  })
  product(
    @Arg("by", () => ProductBy, { description: "Which product." }) by: ProductBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSource | null> {
    return productBy(by, requestedFields(info), context);
  }

  @Operation("catalog.shop.products", "catalog.shop.countProducts")
  @Query(() => ShopProductConnection, {
    description: "The products that the shop shows, page by page.",
  })
  products(
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Arg("filter", () => ProductFilterInput, {
      nullable: true,
      description: "Which products to list. All of them when not given.",
    })
    filter: ProductFilterInput | null,
    @Arg("sort", () => ProductSortInput, {
      nullable: true,
      validate: false,
      description:
        "How to put them in order. When not given: as the collection of the filter is shown, without one as CREATED.",
    })
    sort: ProductSortInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<ProductSource>> {
    return listProducts(page, filter ?? {}, sort, info, context);
  }

  @Operation("catalog.shop.collectionsById", "catalog.shop.collectionsBySlug")
  @Query(() => ShopCollection, {
    nullable: true,
    description:
      "One collection. Null when there is none, or when the shop does not show it. A slug that it once had finds it too: where its `slug` is another one than you asked for, send the browser on to that.",
  })
  collection(
    @Arg("by", () => CollectionBy, { description: "Which collection." }) by: CollectionBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<CollectionSource | null> {
    return collectionBy(by, requestedFields(info), context);
  }

  @Operation("catalog.shop.collections", "catalog.shop.countCollections")
  @Query(() => ShopCollectionConnection, {
    description:
      "The collections that the shop shows, page by page. `filter: { roots: true }` gives those of a menu, whose `children` go below.",
  })
  collections(
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Arg("filter", () => ShopCollectionFilterInput, {
      nullable: true,
      description: "Which collections to list. All of them when not given.",
    })
    filter: ShopCollectionFilterInput | null,
    @Arg("sort", () => CollectionSortInput, {
      nullable: true,
      validate: false,
      description: "How to put them in order. By title when not given.",
    })
    sort: CollectionSortInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<CollectionSource>> {
    return listCollections(page, filter ?? {}, sort, info, context);
  }

  @Operation(...NODES)
  @Query(() => Node, {
    nullable: true,
    description:
      "Anything that has an id. Null when there is none, or when the shop does not show it.",
  })
  node(
    @Arg("id", () => ID, { description: "The id." }) id: string,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<object | null> {
    return nodeBy(id, info, context);
  }

  @Operation(...NODES)
  @Query(() => [Node], {
    nullable: "items",
    description:
      "Several things by their ids, in the same order. Null in the place of those that are not there.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "The ids, at most 100." }) ids: string[],
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<(object | null)[]> {
    return nodesBy(ids, info, context);
  }
}

@Resolver(() => ShopProduct)
export class ShopProductResolver {
  @FieldResolver()
  variants(
    @Root() product: ProductSource,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Arg("filter", () => ProductVariantFilterInput, {
      nullable: true,
      description: "Which variants to list. All of them when not given.",
    })
    filter: ProductVariantFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<VariantSource>> {
    return variantsOf(product, page, filter, info, context);
  }

  @FieldResolver()
  media(
    @Root() product: ProductSource,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<MediaSource>> {
    return mediaOf(product, page, info, context);
  }

  @FieldResolver()
  collections(
    @Root() product: ProductSource,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<CollectionSource>> {
    return collectionsOf(product, page, info, context);
  }
}

@Resolver(() => ShopVariant)
export class ShopVariantResolver {
  @FieldResolver()
  product(
    @Root() variant: VariantSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSource | null> {
    return productOf(variant, info, context);
  }
}

@Resolver(() => ShopCollection)
export class ShopCollectionResolver {
  @FieldResolver()
  products(
    @Root() collection: CollectionSource,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<ProductSource>> {
    return productsOf(collection, page, info, context);
  }
}

const ShopChoiceResolver = choiceResolver(
  () => ShopProduct,
  () => ShopVariant,
);

const ShopCollectionTreeResolver = collectionTreeResolver(
  () => ShopCollection,
  () => ShopCollectionConnection,
);

const ShopSearchResolver = searchResolver("shop", () => ShopProduct);

export const shopCatalogResolvers = [
  ShopCatalogResolver,
  ShopSearchResolver,
  ShopProductResolver,
  ShopChoiceResolver,
  ShopVariantResolver,
  ShopCollectionResolver,
  ShopCollectionTreeResolver,
] as const;
