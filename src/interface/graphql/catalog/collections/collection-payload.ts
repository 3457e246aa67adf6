import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { CollectionEdited } from "../../../../application/catalog/collections/lock-collection.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminCollection } from "./admin-collection.js";
import type { CollectionSource } from "./collection-fields.js";
import { loadCollection } from "./load-collection.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to one collection." })
export class CollectionPayload extends Payload {
  @Field(() => AdminCollection, {
    nullable: true,
    description:
      "The collection after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly collection!: CollectionSource | null;
}

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "CollectionDeletePayload",
  "deletedCollectionId",
  {
    payload: "Result of deleting a collection.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const CollectionDeletePayload = DeletePayload;

@Resolver(() => CollectionPayload)
class CollectionPayloadResolver {
  @FieldResolver()
  collection(
    @Root() { result }: MutationResult<CollectionEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<CollectionSource | null> | null {
    return result && loadCollection(context, result.collectionId, requestedFields(info));
  }
}

export const collectionPayloadResolvers = [
  CollectionPayloadResolver,
  DeletePayloadResolver,
] as const;
