import { Field, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "The texts of a delivery option in one language.",
})
export class DeliveryOptionTranslation {
  @Field(() => String, { description: "The language as a BCP 47 tag." })
  readonly locale!: string;

  @Field(() => String, { nullable: true, description: "The name. Null: not translated." })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: "The description. Null: not translated." })
  readonly description!: string | null;
}
