import { ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { CollectionBy } from "./collection-by.js";

@InputType("CollectionFilter", {
  description: "Filters collections. All conditions must hold (AND).",
})
export class ShopCollectionFilterInput {
  @Field(() => Boolean, {
    nullable: true,
    description: "True: only collections at the top, without a parent.",
  })
  readonly roots?: boolean | null;

  @Field(() => CollectionBy, {
    nullable: true,
    description: "Only direct children of this collection.",
  })
  @ValidateNested()
  readonly parent?: CollectionBy | null;
}
