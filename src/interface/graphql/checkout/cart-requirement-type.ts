import { Field, Int, ObjectType } from "type-graphql";
import type { Severity } from "../../../domain/checkout/requirement.js";
import { errorCodeEnum } from "../errors/error-code-enum.js";
import { Cost } from "../schema/cost.js";
import { RequirementSeverities } from "./cart-statuses.js";

@ObjectType("CartRequirement", {
  simpleResolvers: true,
  description:
    "What is missing before a cart can become an order. `checkoutSubmit` is refused with the same codes.",
})
export class CartRequirementType {
  @Field(() => errorCodeEnum.type, { description: "The error code." })
  readonly code!: string;

  @Field(() => String, { description: "What to do, for people, in English." })
  readonly message!: string;

  @Field(() => [String], { description: 'The part of the cart: `["lines", "0"]`.' })
  readonly path!: readonly string[];

  @Cost({ items: 1 })
  @Field(() => [[String]], {
    description:
      'The fields that meet it, as paths below `input`: `["email"]`, `["shippingAddress", "postalCode"]` (`cartUpdate`), `["deliveryOptionId"]` (`cartDeliveryOptionSelect`). Show the message beside them. Empty when it is about lines, which `path` names, and when the buyer can only wait.',
  })
  readonly fields!: readonly (readonly string[])[];

  @Field(() => RequirementSeverities, { description: "Who can meet it." })
  readonly severity!: Severity;

  @Field(() => Int, {
    nullable: true,
    description:
      "The units that can be sold, when there are too few, as far as the shop tells (`PLINTH_STOCK_SHOWN`). Null for other codes, and for an untold number.",
  })
  readonly available!: number | null;
}
