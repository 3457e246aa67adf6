import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { RefundState } from "../../../../domain/payments/refund.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { Node } from "../../schema/node.js";
import { RefundStates } from "./payment-states.js";

/** The fields of a refund in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class RefundFields extends Node {
  @Field(() => MoneyType, { description: "What is given back." })
  readonly amount!: MoneySource;

  @Field(() => RefundStates, { description: "Where it is on its way." })
  readonly state!: RefundState;

  @Field(() => GraphQLDateTime, { description: "When it was requested." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it last changed." })
  readonly updatedAt!: Date;
}
