import { MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { CollectionOrder } from "../../../../domain/catalog/collections/collection-content.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { DescribedInput } from "../seo/described-input.js";
import { CollectionOrders } from "./collection-fields.js";
import { CollectionImageInput } from "./collection-image-input.js";
import { CollectionRulesInput } from "./collection-rules-input.js";

/** What is written about both new and existing collections. */
@InputType()
export abstract class CollectionTextsInput extends DescribedInput {
  @Field(() => CollectionImageInput, {
    nullable: true,
    description: "The image.",
  })
  @ValidateNested()
  readonly image?: CollectionImageInput | null;

  @Field(() => CollectionRulesInput, {
    nullable: true,
    description:
      "The rules. With rules the collection is automated and its products are found by them. Null makes it manual and keeps its current products.",
  })
  @ValidateNested()
  readonly rules?: CollectionRulesInput | null;

  @Field(() => CollectionOrders, {
    nullable: true,
    description: "Default order of its products.",
  })
  readonly sortOrder?: CollectionOrder | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The parent collection; the collection is added as its last child. Null: at the top. At most 8 levels, and 500 children per parent.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly parentId?: string | null;
}
