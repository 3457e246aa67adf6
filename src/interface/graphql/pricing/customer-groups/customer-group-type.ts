import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Node } from "../../schema/node.js";

@ObjectType("CustomerGroup", {
  implements: Node,
  simpleResolvers: true,
  description: "Buyers who get the prices of price lists that are made for them.",
})
export class CustomerGroupType extends Node {
  @Field(() => String, { description: "The key for programs." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => Int, { description: "Increases with each change." })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was created." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}
