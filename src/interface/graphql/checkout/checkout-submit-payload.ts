import { Ctx, Field, ID, ObjectType, Resolver, Root } from "type-graphql";
import type { CheckoutSubmitted } from "../../../application/checkout/submit/checkout-submit.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { Payload } from "../mutation/payload.js";
import type { MutationResult } from "../mutation/run-mutation.js";
import { FieldResolver } from "../schema/field-resolver.js";

@ObjectType({ simpleResolvers: true, description: "Result of placing an order." })
export class CheckoutSubmitPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The id of the order. Null when it was refused.",
  })
  readonly orderId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of the order, for people. Null when it was refused.",
  })
  readonly orderNumber!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The secret with which a guest sees the order later. Null when it was refused.",
  })
  readonly orderLink!: string | null;
}

type Submitted = MutationResult<CheckoutSubmitted>;

@Resolver(() => CheckoutSubmitPayload)
export class CheckoutSubmitPayloadResolver {
  @FieldResolver()
  orderId(@Root() { result }: Submitted): string | null {
    return result && result.orderId;
  }

  @FieldResolver()
  orderNumber(@Root() { result }: Submitted): string | null {
    return result && result.orderNumber;
  }

  @FieldResolver()
  async orderLink(
    @Root() { result }: Submitted,
    @Ctx() { app, viewer }: GraphqlContext,
  ): Promise<string | null> {
    return result && app.checkout.orderLink({ cartId: result.cartId }, viewer);
  }
}
