import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import type { CollectionKind } from "../../../../domain/catalog/collections/collection-content.js";
import { CollectionKinds } from "./collection-kinds.js";
import { ShopCollectionFilterInput } from "./shop-collection-filter-input.js";

@InputType("CollectionFilter", {
  description: "Filters collections. All conditions must hold (AND).",
})
export class AdminCollectionFilterInput extends ShopCollectionFilterInput {
  @Field(() => CollectionKinds, {
    nullable: true,
    description: "Only manual or only automated collections.",
  })
  readonly kind?: CollectionKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Words in the title, at most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only collections that the shop shows now. False: only the others.",
  })
  readonly published?: boolean | null;
}
