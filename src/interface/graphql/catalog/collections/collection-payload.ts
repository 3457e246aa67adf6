import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, ID, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { CollectionEdited } from "../../../../application/catalog/collections/take-collection.js";
import type { CollectionId } from "../../../../domain/catalog/ids.js";
import type { Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Payload } from "../../payload.js";
import { requestedFields } from "../../requested-fields.js";
import { AdminCollection } from "../admin-types.js";
import type { CollectionSource } from "../collection-fields.js";
import { collectionFields } from "../fields-of.js";

export interface CollectionDeleted {
  readonly deletedCollectionId: CollectionId;
}

@ObjectType({ simpleResolvers: true, description: "What became of a change of one collection." })
export class CollectionPayload extends Payload {
  @Field(() => AdminCollection, {
    nullable: true,
    description:
      "The collection as it is now. Null when the change was refused, and for a collection that was only to be tried.",
  })
  readonly collection!: CollectionSource | null;
}

@ObjectType({ simpleResolvers: true, description: "What became of the deletion of a collection." })
export class CollectionDeletePayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The id that is gone. Null when the deletion was refused.",
  })
  readonly deletedCollectionId!: CollectionId | null;
}

@Resolver(() => CollectionPayload)
class CollectionPayloadResolver {
  @FieldResolver()
  collection(
    @Root() { result }: Answered<CollectionEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<CollectionSource | null> | null {
    return (
      result &&
      loaders.catalog.collection(result.collectionId, collectionFields(requestedFields(info)))
    );
  }
}

@Resolver(() => CollectionDeletePayload)
class CollectionDeletePayloadResolver {
  @FieldResolver()
  deletedCollectionId(@Root() { result }: Answered<CollectionDeleted>): CollectionId | null {
    return result?.deletedCollectionId ?? null;
  }
}

export const collectionPayloads = [
  CollectionPayloadResolver,
  CollectionDeletePayloadResolver,
] as const;
