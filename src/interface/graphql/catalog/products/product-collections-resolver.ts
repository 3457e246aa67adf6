import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentParts } from "../../paging/present-parts.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { CollectionSource } from "../collections/collection-fields.js";
import { collectionFields } from "../collections/collection-needs.js";
import type { ProductSource } from "./product-fields.js";

/** Which collections a product belongs to. */
export const productCollectionsResolver = (
  Product: ClassType,
  CollectionConnection: ClassType,
): ClassType => {
  @Resolver(() => Product)
  class ProductCollectionsResolver {
    @Cost({ own: 16 })
    @FieldResolver(() => CollectionConnection, {
      description: "The collections that contain the product, by title.",
    })
    collections(
      @Root() { id }: ProductSource,
      @Args(() => PageArgs, { validate: false }) args: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<CollectionSource>> {
      const { api, app, viewer } = context;
      return presentParts(id, args, info, context, {
        name: "collections of products",
        fields: collectionFields,
        read: (request) => app.catalog[api].collectionsOfProducts(request, viewer),
        count: (ids: readonly ProductId[]) =>
          app.catalog[api].countCollectionsOfProducts(ids, viewer),
      });
    }
  }
  return ProductCollectionsResolver;
};
