import { Field, ObjectType } from "type-graphql";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";

@ObjectType("CustomerGroup", {
  implements: Node,
  simpleResolvers: true,
  description: "Buyers who get the prices of price lists that are made for them.",
})
export class CustomerGroupType extends versioned(Node) {
  @Field(() => String, { description: "The key for programs." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;
}
