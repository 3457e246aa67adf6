import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { CollectionId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentParts } from "../../paging/present-parts.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { CollectionSource } from "../collections/collection-fields.js";
import type { ProductSource } from "./product-fields.js";
import { productFields } from "./product-needs.js";

/** Which products a collection has. */
export const collectionProductsResolver = (
  Collection: ClassType,
  ProductConnection: ClassType,
): ClassType => {
  @Resolver(() => Collection)
  class CollectionProductsResolver {
    @FieldResolver(() => ProductConnection, {
      description:
        "The products of the collection, sorted by its `sortOrder`. To filter or sort differently, use `products(filter: { collection })`.",
    })
    products(
      @Root() { id, sortOrder: order = "MANUAL" }: CollectionSource,
      @Args(() => PageArgs, { validate: false }) args: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<ProductSource>> {
      const { api, app, viewer } = context;
      return presentParts(id, args, info, context, {
        name: `products of collections ${order}`,
        fields: productFields,
        read: (request) => app.catalog[api].productsOfCollections({ ...request, order }, viewer),
        count: (ids: readonly CollectionId[]) =>
          app.catalog[api].countProductsOfCollections(ids, viewer),
      });
    }
  }
  return CollectionProductsResolver;
};
