import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { DeliveryOptionEdited } from "../../../../application/delivery/options/delivery-option-create.js";
import type { BulkOutcome } from "../../../../application/shared/bulk.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { ChangedItemResult } from "../../mutation/changed-item-result.js";
import { Payload } from "../../mutation/payload.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { type ItemView, presentItem } from "../../mutation/present-item.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminDeliveryOption } from "./admin-delivery-option.js";
import { loadDeliveryOption } from "./load-delivery-option.js";
import type { DeliveryOptionSource } from "./present-delivery-option.js";

const { ChangePayload, DeletePayload, resolvers } = payloadsOf({
  field: "deliveryOption",
  thing: "delivery option",
  short: "option",
  type: () => AdminDeliveryOption,
  load: (context, { deliveryOptionId }: DeliveryOptionEdited) =>
    loadDeliveryOption(context, deliveryOptionId),
});
export const DeliveryOptionPayload = ChangePayload;
export const DeliveryOptionDeletePayload = DeletePayload;

@ObjectType({
  simpleResolvers: true,
  description: "Result of one item of a bulk change of delivery options.",
})
class DeliveryOptionResult extends ChangedItemResult {
  @Field(() => AdminDeliveryOption, {
    nullable: true,
    description: "The option after the change. Null when the item was refused.",
  })
  readonly deliveryOption!: DeliveryOptionSource | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "Result of a change to several delivery options.",
})
export class DeliveryOptionsPayload extends Payload {
  @Field(() => [DeliveryOptionResult], {
    description:
      "Result of each item, in the order of the input. Empty when nothing was changed because some items were refused.",
  })
  readonly results!: readonly DeliveryOptionResult[];
}

@Resolver(() => DeliveryOptionsPayload)
class DeliveryOptionsPayloadResolver {
  @FieldResolver()
  results(
    @Root() { items, result }: MutationResult<BulkOutcome<DeliveryOptionEdited>>,
    @Ctx() context: GraphqlContext,
  ): readonly ItemView<DeliveryOptionEdited>[] {
    return result?.items.map((item) => presentItem(item, context, items)) ?? [];
  }
}

@Resolver(() => DeliveryOptionResult)
class DeliveryOptionResultResolver {
  @FieldResolver()
  deliveryOption(
    @Root() { result }: ItemView<DeliveryOptionEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<DeliveryOptionSource | null> | null {
    return result && loadDeliveryOption(context, result.deliveryOptionId);
  }
}

export const deliveryOptionPayloadResolvers = [
  ...resolvers,
  DeliveryOptionsPayloadResolver,
  DeliveryOptionResultResolver,
] as const;
