import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, Info, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { ScheduledPriceCancelled } from "../../../../application/catalog/offers/cancel-scheduled-price.js";
import type { PriceScheduled } from "../../../../application/catalog/offers/schedule-price.js";
import { carryOut, type Answered } from "../../carry-out.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Operation } from "../../operation.js";
import { Payload } from "../../payload.js";
import { requestedFields } from "../../requested-fields.js";
import { AdminVariant } from "../admin-types.js";
import { variantBy } from "../nodes.js";
import {
  VariantPriceScheduleCancelInput,
  VariantPriceScheduleInput,
} from "./scheduled-price-inputs.js";
import {
  ScheduledPriceType,
  shownScheduledPrice,
  type ScheduledPriceSource,
} from "./scheduled-price-types.js";
import type { VariantSource } from "../shown-variants.js";

@ObjectType({
  simpleResolvers: true,
  description: "What became of a price change that was planned, or taken back.",
})
export class ScheduledPricePayload extends Payload {
  @Field(() => ScheduledPriceType, {
    nullable: true,
    description: "What is planned now. Null when it was refused, only tried, or taken back.",
  })
  readonly scheduledPrice!: ScheduledPriceSource | null;

  @Field(() => AdminVariant, {
    nullable: true,
    description: "The variant as it is now. Null when the command was refused.",
  })
  readonly variant!: VariantSource | null;
}

type Planned = Answered<PriceScheduled | ScheduledPriceCancelled>;

@Resolver(() => ScheduledPricePayload)
export class ScheduledPriceMutations {
  @Operation("catalog.variantPriceSchedule")
  @Mutation(() => ScheduledPricePayload, {
    description:
      "Plans what a variant will cost from a time on: for good, or for a while as in a sale.",
  })
  variantPriceSchedule(
    @Arg("input", () => VariantPriceScheduleInput, {
      validate: false,
      description: "Which variant, which price, and when.",
    })
    input: VariantPriceScheduleInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Planned> {
    return carryOut(context.app.catalog.variantPriceSchedule, input, info, context);
  }

  @Operation("catalog.variantPriceScheduleCancel")
  @Mutation(() => ScheduledPricePayload, {
    description:
      "Takes back a price change that is to come, together with its end. A price that holds already stays when its end is taken back.",
  })
  variantPriceScheduleCancel(
    @Arg("input", () => VariantPriceScheduleCancelInput, {
      validate: false,
      description: "Which price change.",
    })
    input: VariantPriceScheduleCancelInput,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<Planned> {
    return carryOut(context.app.catalog.variantPriceScheduleCancel, input, info, context);
  }

  @FieldResolver()
  async scheduledPrice(
    @Root() { result }: Planned,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<ScheduledPriceSource | null> {
    const view =
      result && "scheduledPriceId" in result
        ? await loaders.staff.scheduledPrice(result.scheduledPriceId)
        : null;
    return view && shownScheduledPrice(view);
  }

  @FieldResolver()
  variant(
    @Root() { result }: Planned,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<object | null> | null {
    return result && variantBy(result.variantId, requestedFields(info), context);
  }
}
