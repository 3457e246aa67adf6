import { MaxLength, ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { OneOf } from "../schema/one-of.js";
import { AnswerFor } from "../schema/answer-for.js";
import { Operation } from "../schema/operation.js";
import { type OrderSource, presentOrder } from "./present-order.js";
import { ShopOrder } from "./shop-order.js";

@InputType({ description: "What a buyer knows of an order without its link." })
class OrderEmailAndNumberInput {
  @Field(() => String, { description: "The e-mail address that the order was placed with." })
  @MaxLength(INPUT_LIMITS.name)
  readonly email!: string;

  @Field(() => String, { description: "The number of the order. Spaces and hyphens may be in it." })
  @MaxLength(INPUT_LIMITS.id)
  readonly number!: string;
}

@OneOf()
@InputType("OrderBy", { description: "Selects an order of a guest. Set exactly one field." })
class ShopOrderBy {
  @Field(() => String, {
    nullable: true,
    description:
      "The secret link that the checkout returns. Send it by POST, because addresses of GET requests are logged on the way.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly link?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "The id of the cart that it was placed from: for a buyer whom the answer to the checkout has not reached. Send it by POST, too.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly cartId?: string;

  @Field(() => OrderEmailAndNumberInput, {
    nullable: true,
    description:
      "E-mail address and number together. Limited for each number, for each client and in all; beyond that `RATE_LIMITED`.",
  })
  @ValidateNested()
  readonly emailAndNumber?: OrderEmailAndNumberInput;
}

@Resolver()
export class ShopOrderQueries {
  @AnswerFor("one-buyer")
  @Operation("orders.shop.byLink", "orders.shop.byCart", "orders.shop.byEmailAndNumber")
  @Query(() => ShopOrder, {
    nullable: true,
    description:
      "An order of a guest. Null when there is none: an unknown number and another e-mail address are not told apart, nor an unknown cart and one that is not ordered.",
  })
  async order(
    @Arg("by", () => ShopOrderBy, { description: "What the guest knows of the order." })
    { link, cartId, emailAndNumber }: ShopOrderBy,
    @Ctx() { app, viewer, client }: GraphqlContext,
  ): Promise<OrderSource | null> {
    const { byLink, byCart, byEmailAndNumber } = app.orders.shop;
    const order = await (emailAndNumber
      ? byEmailAndNumber({ ...emailAndNumber, client }, viewer)
      : cartId === undefined
        ? byLink({ link: link ?? "" }, viewer)
        : byCart({ cartId }, viewer));
    return order && presentOrder(order, "BUYER");
  }
}
