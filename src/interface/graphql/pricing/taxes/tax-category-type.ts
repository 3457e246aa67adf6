import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../paging/connection-of.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";

@ObjectType("TaxCategory", {
  implements: Node,
  simpleResolvers: true,
  description: "What is taxed alike, such as food. Variants name it by its key, as `taxCode`.",
})
export class TaxCategoryType extends versioned(Node) {
  @Field(() => String, { description: "The key for programs and tax codes. It cannot change." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Field(() => Boolean, {
    description:
      "Whether it is the category of taxable variants whose `taxCode` names none. At most one is.",
  })
  readonly isDefault!: boolean;
}

export const { Connection: TaxCategoryConnection } = connectionOf(
  "TaxCategory",
  "tax categories",
  () => TaxCategoryType,
);
