import { Field, ObjectType } from "type-graphql";
import type { DeliveryKind } from "../../../../domain/delivery/delivery-rate.js";
import { Node } from "../../schema/node.js";
import { DeliveryKinds } from "./delivery-kind.js";

/** The fields of a delivery option in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class DeliveryOptionFields extends Node {
  @Field(() => String, { description: "The key for programs. Unique." })
  readonly key!: string;

  @Field(() => DeliveryKinds, { description: "How it is priced. It cannot change." })
  readonly kind!: DeliveryKind;
}
