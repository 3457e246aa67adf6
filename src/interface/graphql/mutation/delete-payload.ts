import { type ClassType, ID, ObjectType, Resolver, Root } from "type-graphql";
import { FieldResolver } from "../schema/field-resolver.js";
import { Payload } from "./payload.js";
import type { MutationResult } from "./run-mutation.js";

interface Descriptions {
  readonly payload: string;
  readonly id: string;
}

/** The payload of a mutation that deletes one thing, and the resolver of its id. */
export const deletePayload = <Id extends string>(
  name: string,
  id: Id,
  descriptions: Descriptions,
): { readonly DeletePayload: ClassType<Payload>; readonly DeletePayloadResolver: ClassType } => {
  @ObjectType(name, { simpleResolvers: true, description: descriptions.payload })
  class DeletePayload extends Payload {}

  @Resolver(() => DeletePayload)
  class DeletePayloadResolver {
    @FieldResolver(() => ID, { name: id, nullable: true, description: descriptions.id })
    deletedId(
      @Root() { result }: MutationResult<{ readonly [Name in Id]: string }>,
    ): string | null {
      return result?.[id] ?? null;
    }
  }
  return { DeletePayload, DeletePayloadResolver };
};
