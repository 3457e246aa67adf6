import { Field, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../../schema/enum-of.js";

const NEXT_ACTION_KINDS = ["REDIRECT", "CONFIRM"] as const;
type NextActionKind = (typeof NEXT_ACTION_KINDS)[number];

const NextActionKinds = enumOf(NEXT_ACTION_KINDS);
registerEnumType(NextActionKinds, {
  name: "PaymentNextActionKind",
  description: "What a buyer has to do for a payment.",
  valuesConfig: {
    REDIRECT: { description: "Open the page at `url`. It leads back to the `returnUrl`." },
    CONFIRM: { description: "Let the program of the gateway in the storefront confirm `token`." },
  },
});

@ObjectType("PaymentNextAction", {
  simpleResolvers: true,
  description: "What a buyer has to do for a payment, such as 3-D Secure.",
})
export class PaymentNextAction {
  @Field(() => NextActionKinds, { description: "What to do." })
  readonly kind!: NextActionKind;

  @Field(() => String, {
    nullable: true,
    description: "The page to open: an https or http URL. Null for other kinds.",
  })
  readonly url!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the program of the gateway confirms. Null for other kinds.",
  })
  readonly token!: string | null;
}
