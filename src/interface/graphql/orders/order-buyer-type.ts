import { Field, ObjectType } from "type-graphql";

@ObjectType("OrderBuyer", { simpleResolvers: true, description: "Who ordered." })
export class OrderBuyerType {
  @Field(() => String, { description: "The e-mail address." })
  readonly email!: string;

  @Field(() => String, { nullable: true, description: "The phone number. Null: none." })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: "The VAT id. Null: none." })
  readonly vatId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why the buyer owes no tax, for people. Null: the buyer owes it.",
  })
  readonly exemption!: string | null;
}
