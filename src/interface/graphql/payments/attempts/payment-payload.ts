import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { PaymentChanged } from "../../../../application/payments/lock-payment.js";
import type { RefundCreated } from "../../../../application/payments/refund-create.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { AdminPayment } from "./admin-payment.js";
import { AdminRefund } from "./admin-refund.js";
import { loadPayment, loadRefund } from "./load-payment.js";
import type { PaymentSource, RefundSource } from "./present-payment.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a payment." })
export class PaymentPayload extends Payload {
  @Field(() => AdminPayment, {
    nullable: true,
    description:
      "The payment after the change. Null when the change was refused, and for a dry run of a payment that does not exist yet.",
  })
  readonly payment!: PaymentSource | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of giving money back." })
export class RefundCreatePayload extends Payload {
  @Field(() => AdminPayment, {
    nullable: true,
    description: "The payment after the change. Null when the change was refused.",
  })
  readonly payment!: PaymentSource | null;

  @Field(() => AdminRefund, {
    nullable: true,
    description: "The refund. Null when it was refused, and for a dry run.",
  })
  readonly refund!: RefundSource | null;
}

type Changed = MutationResult<PaymentChanged>;

const paymentOf = (
  { result }: Changed,
  context: GraphqlContext,
): Promise<PaymentSource | null> | null => result && loadPayment(context, result.paymentId);

@Resolver(() => PaymentPayload)
class PaymentPayloadResolver {
  @FieldResolver()
  payment(@Root() changed: Changed, @Ctx() context: GraphqlContext) {
    return paymentOf(changed, context);
  }
}

@Resolver(() => RefundCreatePayload)
class RefundCreatePayloadResolver {
  @FieldResolver()
  payment(@Root() changed: Changed, @Ctx() context: GraphqlContext) {
    return paymentOf(changed, context);
  }

  @FieldResolver()
  refund(
    @Root() { result }: MutationResult<RefundCreated>,
    @Ctx() context: GraphqlContext,
  ): Promise<RefundSource | null> | null {
    return result && loadRefund(context, result.refundId);
  }
}

export const paymentPayloadResolvers = [
  PaymentPayloadResolver,
  RefundCreatePayloadResolver,
] as const;
