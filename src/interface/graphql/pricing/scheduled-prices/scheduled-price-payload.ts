import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { ScheduledPriceCancelled } from "../../../../application/pricing/scheduled-prices/variant-price-schedule-cancel.js";
import type { PriceScheduled } from "../../../../application/pricing/scheduled-prices/variant-price-schedule.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminVariant } from "../../catalog/variants/admin-variant.js";
import type { VariantSource } from "../../catalog/variants/present-variants.js";
import { variantById } from "../../catalog/variants/variant-by-id.js";
import { loadScheduledPrice } from "./load-scheduled-price.js";
import type { ScheduledPriceSource } from "./present-scheduled-price.js";
import { ScheduledPriceType } from "./scheduled-price-type.js";

@ObjectType({
  simpleResolvers: true,
  description: "Result of scheduling or cancelling a price.",
})
export class ScheduledPricePayload extends Payload {
  @Field(() => ScheduledPriceType, {
    nullable: true,
    description:
      "The scheduled price. Null when the request was refused, for a dry run, and after a cancellation.",
  })
  readonly scheduledPrice!: ScheduledPriceSource | null;

  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant after the change. Null when the request was refused.",
  })
  readonly variant!: VariantSource | null;
}

/** What a price change that was planned or cancelled is answered from. */
type PriceChange = PriceScheduled | ScheduledPriceCancelled;

@Resolver(() => ScheduledPricePayload)
export class ScheduledPricePayloadResolver {
  @FieldResolver()
  async scheduledPrice(
    @Root() { result }: MutationResult<PriceChange>,
    @Ctx() context: GraphqlContext,
  ): Promise<ScheduledPriceSource | null> {
    return result && "scheduledPriceId" in result
      ? loadScheduledPrice(context, result.scheduledPriceId)
      : null;
  }

  @FieldResolver()
  variant(
    @Root() { result }: MutationResult<PriceChange>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<VariantSource | null> | null {
    return result && variantById(result.variantId, requestedFields(info), context);
  }
}
