import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { FeeEdited } from "../../../../application/pricing/fees/lock-fee.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { FeeType } from "./fee-type.js";
import { loadFee } from "./load-fee.js";
import type { FeeSource } from "./present-fee.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a fee." })
export class FeePayload extends Payload {
  @Field(() => FeeType, {
    nullable: true,
    description:
      "The fee after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly fee!: FeeSource | null;
}

@Resolver(() => FeePayload)
class FeePayloadResolver {
  @FieldResolver()
  fee(
    @Root() { result }: MutationResult<FeeEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<FeeSource | null> | null {
    return result && loadFee(context, result.feeId);
  }
}

const { DeletePayload, DeletePayloadResolver } = deletePayload("FeeDeletePayload", "deletedFeeId", {
  payload: "Result of deleting a fee.",
  id: "The id that was deleted. Null when the deletion was refused.",
});
export const FeeDeletePayload = DeletePayload;

export const feePayloadResolvers = [FeePayloadResolver, DeletePayloadResolver] as const;
