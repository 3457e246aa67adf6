import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { DeliveryZoneView } from "../../../../application/delivery/ports/delivery-reads.js";
import type { DeliveryZoneEdited } from "../../../../application/delivery/zones/delivery-zone-create.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { DeliveryZoneType } from "./delivery-zone-type.js";
import { loadDeliveryZone } from "./load-delivery-zone.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a delivery zone." })
export class DeliveryZonePayload extends Payload {
  @Field(() => DeliveryZoneType, {
    nullable: true,
    description:
      "The zone after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly deliveryZone!: DeliveryZoneView | null;
}

@Resolver(() => DeliveryZonePayload)
class DeliveryZonePayloadResolver {
  @FieldResolver()
  deliveryZone(
    @Root() { result }: MutationResult<DeliveryZoneEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<DeliveryZoneView | null> | null {
    return result && loadDeliveryZone(context, result.deliveryZoneId);
  }
}

const { DeletePayload, DeletePayloadResolver } = deletePayload(
  "DeliveryZoneDeletePayload",
  "deletedDeliveryZoneId",
  {
    payload: "Result of deleting a delivery zone.",
    id: "The id that was deleted. Null when the deletion was refused.",
  },
);
export const DeliveryZoneDeletePayload = DeletePayload;

export const deliveryZonePayloadResolvers = [
  DeliveryZonePayloadResolver,
  DeletePayloadResolver,
] as const;
