import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { MetafieldDefinitionEdited } from "../../../../application/catalog/metafields/edit-metafield-definition.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadMetafieldDefinition } from "./load-metafield-definition.js";
import {
  type MetafieldDefinitionSource,
  MetafieldDefinitionType,
} from "./metafield-definition-type.js";

@ObjectType({
  simpleResolvers: true,
  description: "Result of a change to a custom field definition.",
})
export class MetafieldDefinitionPayload extends Payload {
  @Field(() => MetafieldDefinitionType, {
    nullable: true,
    description:
      "The definition after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly metafieldDefinition!: MetafieldDefinitionSource | null;
}

@Resolver(() => MetafieldDefinitionPayload)
class MetafieldDefinitionPayloadResolver {
  @FieldResolver()
  metafieldDefinition(
    @Root() { result }: MutationResult<MetafieldDefinitionEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<MetafieldDefinitionSource | null> | null {
    return (
      result &&
      loadMetafieldDefinition(context, result.metafieldDefinitionId, requestedFields(info))
    );
  }
}

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "MetafieldDefinitionDeletePayload",
  "deletedMetafieldDefinitionId",
  {
    payload: "Result of deleting a custom field definition.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const MetafieldDefinitionDeletePayload = DeletePayload;

export const metafieldDefinitionPayloadResolvers = [
  MetafieldDefinitionPayloadResolver,
  DeletePayloadResolver,
] as const;
