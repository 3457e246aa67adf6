import { Field, ID, InterfaceType } from "type-graphql";

// Without autoRegisterImplementations: false every entity of the admin API would appear in the
// shop's.
@InterfaceType({
  autoRegisterImplementations: false,
  description: "An object with an id. Fetch it again with `node(id:)`.",
})
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description:
      "Globally unique id. Its prefix is the type: `product_01kadq0h8efr4tmr9bk39h1y0c`.",
  })
  readonly id!: string;
}
