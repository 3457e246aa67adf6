import { MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { ALL_CONDITIONS } from "../../schema/leave-out-empty-lists.js";
import { CollectionBy } from "../collections/collection-by.js";
import { CommonFilterInput, ONE_VARIANT } from "./common-filter-input.js";

@InputType("ProductFilter", {
  description: `Filters products. ${ALL_CONDITIONS} ${ONE_VARIANT}`,
})
export class ShopProductFilterInput extends CommonFilterInput {
  @Field(() => CollectionBy, { nullable: true, description: "Only products of this collection." })
  @ValidateNested()
  readonly collection?: CollectionBy | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Words in the title in the language of the catalogue, or the start of a SKU, at most 200 characters. To find titles in every language use `search`.",
  })
  @MaxLength(200)
  readonly text?: string | null;
}
