import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { mediaFields } from "../../media/media-needs.js";
import { MediaConnection, type MediaSource } from "../../media/media-type.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentParts } from "../../paging/present-parts.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { ProductSource } from "../products/product-fields.js";

/** The images of a product, in one API. */
export const productMediaResolver = (Product: ClassType, description: string): ClassType => {
  @Resolver(() => Product)
  class ProductMediaResolver {
    @FieldResolver(() => MediaConnection, { description })
    media(
      @Root() { id }: ProductSource,
      @Args(() => PageArgs, { validate: false }) args: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<MediaSource>> {
      const { api, app, viewer } = context;
      return presentParts(id, args, info, context, {
        name: "media of products",
        fields: mediaFields,
        read: (request) => app.catalog[api].mediaOfProducts(request, viewer),
        count: (ids: readonly ProductId[]) => app.catalog[api].countMedia(ids, viewer),
      });
    }
  }
  return ProductMediaResolver;
};
