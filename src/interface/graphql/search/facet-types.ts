import type { GraphQLResolveInfo } from "graphql";
import { type ClassType, Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { CollectionId } from "../../../domain/catalog/ids.js";
import type { CollectionSource } from "../catalog/collections/collection-fields.js";
import { loadCollection } from "../catalog/collections/load-collection.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { requestedFields } from "../execution/requested-fields.js";
import { Cost } from "../schema/cost.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { FacetFields, FacetValueFields } from "./facet.js";

export interface FacetValueSource extends FacetValueFields {
  /** Null for other facets than that of collections. */
  readonly collectionId: CollectionId | null;
}

export interface FacetSource extends FacetFields {
  readonly values: readonly FacetValueSource[];
}

interface FacetTypes {
  readonly Facet: ClassType<FacetSource>;
  readonly resolvers: readonly ClassType[];
}

/** The facets of one API, whose values have the collections of that API. */
export const facetTypes = (Collection: ClassType): FacetTypes => {
  @ObjectType("FacetValue", { simpleResolvers: true, description: "A value of a facet." })
  class FacetValue extends FacetValueFields {}

  @ObjectType("Facet", {
    simpleResolvers: true,
    description:
      "A property by which the results can be filtered further. Facets without values are omitted.",
  })
  class Facet extends FacetFields {
    @Cost({ items: 25 })
    @Field(() => [FacetValue], {
      description:
        "At most 100 values plus the selected ones, those with the most products first. Values of an option are in the order that products have them in, price ranges from low to high, collections in the merchant's order, each followed by those below it; with `in`, collections below it come first.",
    })
    readonly values!: readonly FacetValueSource[];
  }

  @Resolver(() => FacetValue)
  class FacetValueResolver {
    @FieldResolver(() => Collection, {
      nullable: true,
      description:
        "For COLLECTION: the collection. With `parent { id }`, those directly below the current one make a menu. Null for other facets, and when the collection has just been removed.",
    })
    collection(
      @Root() { collectionId }: FacetValueSource,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: GraphqlContext,
    ): Promise<CollectionSource | null> | null {
      return collectionId && loadCollection(context, collectionId, requestedFields(info));
    }
  }
  return { Facet, resolvers: [FacetValueResolver] };
};
