import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";

@ObjectType({
  simpleResolvers: true,
  description: "A period in which a delivery option is offered.",
})
export class DeliveryWindow {
  @Field(() => GraphQLDateTime, { nullable: true, description: "The start. Null: always before." })
  readonly from!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "The end, not included. Null: without end.",
  })
  readonly until!: Date | null;
}
