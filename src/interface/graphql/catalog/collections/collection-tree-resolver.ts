import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, Info, Resolver, Root } from "type-graphql";
import type { CollectionId } from "../../../../domain/catalog/ids.js";
import { fieldsKey } from "../../execution/fields-key.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type Requested, requestedFields } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentParts } from "../../paging/present-parts.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import type { CollectionSource } from "./collection-fields.js";
import { collectionFields } from "./collection-needs.js";
import { loadCollection } from "./load-collection.js";

/** The parent, children and breadcrumbs of the collections of one API. */
export const collectionTreeResolver = (
  Collection: ClassType,
  CollectionConnection: ClassType,
): ClassType => {
  @Resolver(() => Collection)
  class CollectionTreeResolver {
    @FieldResolver(() => Collection, {
      nullable: true,
      description:
        "The parent collection. Null at the top, and when the viewer cannot see the parent.",
    })
    parent(
      @Root() { parentId }: CollectionSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<CollectionSource | null> | null {
      return parentId ? loadCollection(context, parentId, requestedFields(info)) : null;
    }

    @FieldResolver(() => CollectionConnection, {
      description: "The collections directly below this one, in the merchant's order.",
    })
    children(
      @Root() { id }: CollectionSource,
      @Args(() => PageArgs, { validate: false }) args: PageArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<CollectionSource>> {
      const { api, app, viewer } = context;
      return presentParts(id, args, info, context, {
        name: "children of collections",
        fields: collectionFields,
        read: (request) => app.catalog[api].childrenOfCollections(request, viewer),
        count: (ids: readonly CollectionId[]) =>
          app.catalog[api].countChildrenOfCollections(ids, viewer),
      });
    }

    @Cost({ items: 3 })
    @FieldResolver(() => [Collection], {
      description:
        "The collections above this one, topmost first, without itself. Collections that the viewer cannot see are left out. Empty at the top.",
    })
    breadcrumbs(
      @Root() { id }: CollectionSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly CollectionSource[]> {
      return breadcrumbsOf(id, requestedFields(info), context);
    }
  }
  return CollectionTreeResolver;
};

const breadcrumbsOf = async (
  id: CollectionId,
  requested: Requested,
  { api, app, batch, viewer }: GraphqlContext,
): Promise<readonly CollectionSource[]> => {
  const fields = collectionFields(requested);
  return (
    (await batch.load(["breadcrumbs", fieldsKey(fields)], id, (ids: readonly CollectionId[]) =>
      app.catalog[api].breadcrumbsOfCollections({ ids, fields }, viewer),
    )) ?? []
  );
};
