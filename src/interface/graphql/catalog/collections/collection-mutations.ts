import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { PublicationFields } from "../publication/publication-fields.js";
import { CollectionDeletePayload, CollectionPayload } from "./collection-payload.js";
import { CollectionTargetInput } from "./collection-target-input.js";
import { CollectionTextsInput } from "./collection-texts-input.js";

export const collectionMutations = mutations("catalog", {
  collectionCreate: {
    input: () => CollectionCreateInput,
    payload: () => CollectionPayload,
    description:
      "Creates a collection, unpublished. With rules it is automated; `evaluating` is true until its products are found.",
    about: "The collection.",
  },
  collectionUpdate: {
    input: () => CollectionUpdateInput,
    payload: () => CollectionPayload,
    description: "Changes a collection.",
    about: "The collection and the changes.",
  },
  collectionPlace: {
    input: () => CollectionPlaceInput,
    payload: () => CollectionPayload,
    description: "Moves a collection to another parent or to another position among its siblings.",
    about: "The collection and its new position.",
  },
  collectionPublish: {
    input: () => CollectionPublishInput,
    payload: () => CollectionPayload,
    description: "Publishes a collection in the shop, now or for a period.",
    about: "The collection and the period.",
  },
  collectionUnpublish: {
    input: () => CollectionUnpublishInput,
    payload: () => CollectionPayload,
    description: "Ends the publication of a collection.",
    about: "The id of the collection.",
  },
  collectionDelete: {
    input: () => CollectionDeleteInput,
    payload: () => CollectionDeletePayload,
    description: "Deletes a collection. Its products stay, and its children move to its parent.",
    about: "The id of the collection.",
  },
});

@InputType({
  description: "Changes to a collection. Omitted fields stay; null clears a field.",
})
class CollectionChangesInput extends CollectionTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "The title, 1 to 255 characters.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The slug. The former slug continues to redirect to this collection.",
  })
  @MaxLength(INPUT_LIMITS.slug)
  readonly slug?: string | null;
}

@InputType({ description: "A new collection." })
class CollectionInput extends CollectionTextsInput {
  @Field(() => String, { description: "The title, 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The slug. Omitted: derived from the title, with a number appended when that slug is in use.",
  })
  @MaxLength(INPUT_LIMITS.slug)
  readonly slug?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The products, in order, at most 250. Add more with `collectionProductsAdd`. Cannot be combined with `rules`.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly productIds?: readonly string[] | null;
}

@InputType({ description: "Creates a collection." })
class CollectionCreateInput extends DryRunInput {
  @Field(() => CollectionInput, {
    description: "The collection. It is visible in the shop once it is published.",
  })
  @ValidateNested()
  readonly collection!: CollectionInput;
}

@InputType({ description: "Changes a collection." })
class CollectionUpdateInput extends CollectionTargetInput {
  @Field(() => CollectionChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: CollectionChangesInput;
}

const LAST_POSITION = 1_000_000;

@InputType({ description: "Publishes a collection in the shop, now or for a period." })
class CollectionPublishInput extends CollectionTargetInput {
  @PublicationFields.From()
  readonly from?: Date | null;

  @PublicationFields.Until()
  readonly until?: Date | null;
}

@InputType({ description: "Ends the publication of a collection." })
class CollectionUnpublishInput extends CollectionTargetInput {}

@InputType({ description: "Moves a collection to another parent or to another position." })
class CollectionPlaceInput extends CollectionTargetInput {
  @Field(() => ID, {
    nullable: true,
    description: "The new parent. Null: at the top. Omitted: unchanged.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly parentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of siblings before it: 0 is first; a number larger than the list is last. Omitted: last, or unchanged when the parent stays.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_POSITION)
  readonly at?: number | null;
}

@InputType({
  description: "Deletes a collection. Its products stay, and its children move to its parent.",
})
class CollectionDeleteInput extends CollectionTargetInput {}
