import type { GraphQLResolveInfo } from "graphql";
import type { ProductRevision } from "../../../application/catalog/ports.js";
import { Arg, Args, Ctx, ID, Info, Query, Resolver, Root } from "type-graphql";
import { PageArgs, type ConnectionSource } from "../connection.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { Node } from "../node.js";
import { Operation } from "../operation.js";
import { requestedFields } from "../requested-fields.js";
import { AdminProductFilterInput, CollectionFilterInput } from "./admin-filters.js";
import {
  AdminCollection,
  AdminCollectionConnection,
  AdminProduct,
  AdminProductConnection,
  AdminVariant,
} from "./admin-types.js";
import { ProductVariantFilterInput } from "./choices/choice-inputs.js";
import { choiceResolver } from "./choices/choice-resolver.js";
import { collectionTreeResolver } from "./collections/collection-tree-resolver.js";
import type { CollectionSource } from "./collection-fields.js";
import { CollectionBy, ProductBy } from "./inputs.js";
import { listCollections, listProducts } from "./lists.js";
import { historyOf, ProductRevisionConnection } from "./products/history-types.js";
import { collectionBy, idOf, productBy } from "./lookups.js";
import type { MediaSource } from "./media-type.js";
import { nodeBy, nodesBy } from "./nodes.js";
import type { ProductSource } from "./product-fields.js";
import { collectionsOf, mediaOf, productOf, productsOf, variantsOf } from "./relations.js";
import { searchResolver } from "./search/search-resolver.js";
import type { VariantSource } from "./shown-variants.js";
import { VariantListResolver } from "./parts/variant-list.js";
import { AdminCollectionSortInput, ProductSortInput } from "./sorting.js";

const NODES = [
  "catalog.admin.productsById",
  "catalog.admin.variantsById",
  "catalog.admin.mediaById",
  "catalog.admin.collectionsById",
  "catalog.metafieldDefinitions.byId",
  "catalog.scheduledPrices.byId",
  "pricing.priceLists.all",
] as const;

@Resolver()
export class AdminCatalogResolver {
  @Operation("catalog.admin.productsById", "catalog.admin.productsBySlug")
  @Query(() => AdminProduct, {
    nullable: true,
    description:
      "One product. Null when there is none. A slug that it once had finds it too: where its `slug` is another one than you asked for, send the browser on to that.",
  })
  product(
    @Arg("by", () => ProductBy, { description: "Which product." }) by: ProductBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSource | null> {
    return productBy(by, requestedFields(info), context);
  }

  @Operation("catalog.admin.products", "catalog.admin.countProducts")
  @Query(() => AdminProductConnection, { description: "The products in any state, page by page." })
  products(
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Arg("filter", () => AdminProductFilterInput, {
      nullable: true,
      description: "Which products to list. All of them when not given.",
    })
    filter: AdminProductFilterInput | null,
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

  @Operation("catalog.admin.collectionsById", "catalog.admin.collectionsBySlug")
  @Query(() => AdminCollection, {
    nullable: true,
    description:
      "One collection. Null when there is none. A slug that it once had finds it too: where its `slug` is another one than you asked for, send the browser on to that.",
  })
  collection(
    @Arg("by", () => CollectionBy, { description: "Which collection." }) by: CollectionBy,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<CollectionSource | null> {
    return collectionBy(by, requestedFields(info), context);
  }

  @Operation("catalog.admin.collections", "catalog.admin.countCollections")
  @Query(() => AdminCollectionConnection, {
    description: "The collections, published or not, page by page.",
  })
  collections(
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Arg("filter", () => CollectionFilterInput, {
      nullable: true,
      description: "Which collections to list. All of them when not given.",
    })
    filter: CollectionFilterInput | null,
    @Arg("sort", () => AdminCollectionSortInput, {
      nullable: true,
      validate: false,
      description: "How to put them in order. By title when not given.",
    })
    sort: AdminCollectionSortInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<CollectionSource>> {
    return listCollections(page, filter ?? {}, sort, info, context);
  }

  @Operation(...NODES)
  @Query(() => Node, {
    nullable: true,
    description: "Anything that has an id. Null when there is none.",
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

@Resolver(() => AdminProduct)
export class AdminProductResolver {
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

@Resolver(() => AdminProduct)
export class AdminProductHistoryResolver {
  @Operation("catalog.history.ofProducts", "catalog.history.count")
  @Query(() => ProductRevisionConnection, {
    description: "Who changed what of a product, newest first; also of a product that is gone.",
  })
  productHistory(
    @Arg("productId", () => ID, { description: "The id of the product." }) productId: string,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<ProductRevision>> {
    return historyOf(idOf("product", productId), page, info, context);
  }

  @FieldResolver()
  history(
    @Root() { id }: ProductSource,
    @Args(() => PageArgs, { validate: false }) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ConnectionSource<ProductRevision>> {
    return historyOf(id, page, info, context);
  }

  @FieldResolver()
  oldSlugs(
    @Root() { id }: ProductSource,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<readonly string[]> {
    return loaders.staff.oldSlugsOf(id);
  }
}

@Resolver(() => AdminVariant)
export class AdminVariantResolver {
  @FieldResolver()
  product(
    @Root() variant: VariantSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<ProductSource | null> {
    return productOf(variant, info, context);
  }
}

@Resolver(() => AdminCollection)
export class AdminCollectionResolver {
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

const AdminChoiceResolver = choiceResolver(
  () => AdminProduct,
  () => AdminVariant,
);

const AdminCollectionTreeResolver = collectionTreeResolver(
  () => AdminCollection,
  () => AdminCollectionConnection,
);

const AdminSearchResolver = searchResolver("admin", () => AdminProduct);

export const adminCatalogResolvers = [
  VariantListResolver,
  AdminCatalogResolver,
  AdminSearchResolver,
  AdminProductResolver,
  AdminChoiceResolver,
  AdminProductHistoryResolver,
  AdminVariantResolver,
  AdminCollectionResolver,
  AdminCollectionTreeResolver,
] as const;
