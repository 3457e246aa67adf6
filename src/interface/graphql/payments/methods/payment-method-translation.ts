import { Field, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "The texts of a payment method in one language.",
})
export class PaymentMethodTranslation {
  @Field(() => String, { description: "The language as a BCP 47 tag." })
  readonly locale!: string;

  @Field(() => String, { nullable: true, description: "The name. Null: not translated." })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: "The instructions. Null: not translated." })
  readonly instructions!: string | null;
}
