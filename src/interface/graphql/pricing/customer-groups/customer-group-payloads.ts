import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { CustomerGroupEdited } from "../../../../application/pricing/customer-groups/lock-customer-group.js";
import type { CustomerGroupView } from "../../../../application/pricing/ports/customer-group-reads.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { CustomerGroupType } from "./customer-group-type.js";
import { loadCustomerGroup } from "./load-customer-group.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a customer group." })
export class CustomerGroupPayload extends Payload {
  @Field(() => CustomerGroupType, {
    nullable: true,
    description:
      "The customer group after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly customerGroup!: CustomerGroupView | null;
}

@Resolver(() => CustomerGroupPayload)
class CustomerGroupPayloadResolver {
  @FieldResolver()
  customerGroup(
    @Root() { result }: MutationResult<CustomerGroupEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<CustomerGroupView | null> | null {
    return result && loadCustomerGroup(context, result.customerGroupId);
  }
}

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "CustomerGroupDeletePayload",
  "deletedCustomerGroupId",
  {
    payload: "Result of deleting a customer group.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const CustomerGroupDeletePayload = DeletePayload;

export const customerGroupPayloadResolvers = [
  CustomerGroupPayloadResolver,
  DeletePayloadResolver,
] as const;
