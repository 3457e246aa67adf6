import { Field, ID, InterfaceType } from "type-graphql";

// Without autoRegisterImplementations: false every entity of the admin API would appear in the shop's.
@InterfaceType({
  autoRegisterImplementations: false,
  description: "Anything that has an id of its own. Ask for it again with `node(id:)`.",
})
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description:
      "Names this one thing for ever, and says of which kind it is: `product_01kadq0h8efr4tmr9bk39h1y0c`.",
  })
  readonly id!: string;
}
