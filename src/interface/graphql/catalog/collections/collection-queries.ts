import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, type ClassType, Ctx, Info, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import type { Api } from "../../schema/api.js";
import { AnswerFor } from "../../schema/answer-for.js";
import { Operation } from "../../schema/operation.js";
import type { AdminCollectionFilterInput } from "./admin-collection-filter-input.js";
import { CollectionBy } from "./collection-by.js";
import type { CollectionSource } from "./collection-fields.js";
import type { CollectionSortInput } from "./collection-sort-input.js";
import { listCollections } from "./list-collections.js";
import { collectionBy } from "./load-collection.js";

interface Classes {
  readonly Collection: ClassType;
  readonly CollectionConnection: ClassType;
  readonly CollectionFilter: ClassType<AdminCollectionFilterInput>;
  readonly CollectionSort: ClassType<CollectionSortInput>;
}

interface Descriptions {
  readonly collection: string;
  readonly collections: string;
}

/** The queries of one API that find collections. */
export const collectionQueries = (
  api: Api,
  { Collection, CollectionConnection, CollectionFilter, CollectionSort }: Classes,
  descriptions: Descriptions,
): ClassType => {
  @Resolver()
  class CollectionQueries {
    @AnswerFor("everybody")
    @Operation(`catalog.${api}.collectionsById`, `catalog.${api}.collectionsBySlug`)
    @Query(() => Collection, { nullable: true, description: descriptions.collection })
    collection(
      @Arg("by", () => CollectionBy, { description: "The id of the collection." }) by: CollectionBy,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<CollectionSource | null> {
      return collectionBy(by, requestedFields(info), context);
    }

    @AnswerFor("everybody")
    @Operation(`catalog.${api}.collections`, `catalog.${api}.countCollections`)
    @Query(() => CollectionConnection, { description: descriptions.collections })
    collections(
      @Args(() => PageArgs, { validate: false }) page: PageArgs,
      @Arg("filter", () => CollectionFilter, {
        nullable: true,
        description: "Filters the collections. Default: all.",
      })
      filter: AdminCollectionFilterInput | null,
      @Arg("sort", () => CollectionSort, {
        nullable: true,
        validate: false,
        description: "Sort order. Default: by title.",
      })
      sort: CollectionSortInput | null,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<ConnectionSource<CollectionSource>> {
      return listCollections(page, filter ?? {}, sort, info, context);
    }
  }
  return CollectionQueries;
};
