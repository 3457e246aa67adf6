import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Resolver, Root, type ClassType } from "type-graphql";
import { pageRequest } from "../../../../application/shared/page.js";
import { connectionSource, EMPTY_PAGE, PageArgs, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { requestedFields } from "../../requested-fields.js";
import type { CollectionSource } from "../collection-fields.js";
import { collectionFields, nodesOf, wantsPage } from "../fields-of.js";

/** Where a collection stands among the others. Names of types are the same in both APIs, what is seen is not. */
export const collectionTreeResolver = (
  collection: () => ClassType,
  connection: () => ClassType,
): ClassType => {
  @Resolver(collection)
  class CollectionTreeResolver {
    @FieldResolver(collection, {
      nullable: true,
      description:
        "The collection that this one stands below. Null at the top, and where it cannot be seen.",
    })
    parent(
      @Root() { parentId }: CollectionSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() { loaders }: GraphqlContext,
    ): Promise<CollectionSource | null> | null {
      return parentId
        ? loaders.catalog.collection(parentId, collectionFields(requestedFields(info)))
        : null;
    }

    @FieldResolver(connection, {
      description: "The collections directly below this one, in the merchant's order.",
    })
    async children(
      @Root() { id }: CollectionSource,
      @Args(() => PageArgs, { validate: false }) args: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() { loaders }: GraphqlContext,
    ): Promise<ConnectionSource<CollectionSource>> {
      const [request, requested] = [pageRequest(args), requestedFields(info)];
      const page = wantsPage(requested)
        ? await loaders.catalog.childrenOf(id, request, collectionFields(nodesOf(requested)))
        : EMPTY_PAGE;
      return connectionSource(page, () => loaders.catalog.countChildrenOf(id));
    }

    @FieldResolver(() => [collection()], {
      description:
        "The way to this collection: those that it stands below, the topmost first, without itself. Those that cannot be seen are left out. Empty at the top.",
    })
    breadcrumbs(
      @Root() { id }: CollectionSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() { loaders }: GraphqlContext,
    ): Promise<readonly CollectionSource[]> {
      return loaders.catalog.breadcrumbsOf(id, collectionFields(requestedFields(info)));
    }
  }
  return CollectionTreeResolver;
};
