import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";

@InputType({ description: "A period in which a delivery option is offered." })
export class DeliveryWindowInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "The start. Null or omitted: always before.",
  })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "The end, not included. Null or omitted: without end.",
  })
  readonly until?: Date | null;
}
