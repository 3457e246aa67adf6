import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { mutations } from "../../mutation/mutations.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { CollectionPayload } from "./collection-payload.js";
import { CollectionTargetInput } from "./collection-target-input.js";

/** What staff can do to the products of a collection. */
export const collectionProductMutations = mutations("catalog", {
  collectionProductsAdd: {
    input: () => CollectionProductsAddInput,
    payload: () => CollectionPayload,
    description: "Adds products to a collection.",
    about: "The collection and the products.",
  },
  collectionProductsRemove: {
    input: () => CollectionProductsRemoveInput,
    payload: () => CollectionPayload,
    description: "Removes products from a collection.",
    about: "The collection and the products.",
  },
  collectionProductsReorder: {
    input: () => CollectionProductsReorderInput,
    payload: () => CollectionPayload,
    description: "Moves products within a collection.",
    about: "The collection and the moves.",
  },
});

const LAST_POSITION = 1_000_000;

@InputType({ description: "Removes products from a collection." })
class CollectionProductsRemoveInput extends CollectionTargetInput {
  @Field(() => [ID], { description: "The products, 1 to 250." })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly productIds!: readonly string[];
}

@InputType({ description: "Adds products to a collection." })
class CollectionProductsAddInput extends CollectionTargetInput {
  @Field(() => [ID], {
    description:
      "The products, in order, 1 to 250. Products that are already in the collection keep their position.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly productIds!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: "Number of products before the added ones: 0 is the start. Omitted: at the end.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_POSITION)
  readonly at?: number | null;
}

@InputType({ description: "Moves a product within a collection." })
class CollectionMoveInput {
  @Field(() => ID, { description: "The product." })
  @MaxLength(INPUT_LIMITS.id)
  readonly productId!: string;

  @Field(() => Int, {
    description:
      "Number of other products before it: 0 is the start; a number larger than the list is the end.",
  })
  @IsInt()
  @Min(0)
  @Max(LAST_POSITION)
  readonly to!: number;
}

@InputType({ description: "Moves products within a collection." })
class CollectionProductsReorderInput extends CollectionTargetInput {
  @Field(() => [CollectionMoveInput], {
    description: "The moves, 1 to 250, applied one after the other.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly moves!: readonly CollectionMoveInput[];
}
