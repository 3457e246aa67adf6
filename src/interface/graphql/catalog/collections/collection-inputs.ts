import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import type { CollectionOrder } from "../../../../domain/catalog/collection.js";
import {
  LONGEST_HTML,
  LONGEST_ID,
  LONGEST_NAME,
  LONGEST_SLUG,
  MOST_ENTRIES,
} from "../../input-limits.js";
import { TrialInput, VersionedInput } from "../../mutation-inputs.js";
import { CollectionOrders } from "../collection-fields.js";
import { FocalPointInput } from "../image-inputs.js";
import { SeoInput } from "../products/product-inputs.js";
import { CollectionRulesInput } from "./collection-rule-types.js";

const FURTHEST_PLACE = 1_000_000;

@InputType({ description: "An image by its address, or an uploaded file." })
export class CollectionImageInput {
  @Field(() => String, {
    nullable: true,
    description: "The address of the image, at most 2,048 characters. Give either this or `file`.",
  })
  @Length(1, 2_048)
  readonly url?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The id of a file that was uploaded to `/admin/media`. Give either this or `url`.",
  })
  @MaxLength(LONGEST_ID)
  readonly file?: string | null;

  @Field(() => FocalPointInput, {
    nullable: true,
    description:
      "What is to stay in sight when the image is cropped. Left out: as it is, while the address stays.",
  })
  @ValidateNested()
  readonly focalPoint?: FocalPointInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What the image shows, for those who cannot see it, at most 512 characters. Left out: as it is, while the address stays.",
  })
  @MaxLength(512)
  readonly alt?: string | null;
}

/** What is written about a new collection as about one that is there. */
@InputType()
export abstract class CollectionTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "The description as HTML, at most 500,000 characters. It is stored as it is.",
  })
  @MaxLength(LONGEST_HTML)
  readonly descriptionHtml?: string | null;

  @Field(() => SeoInput, { nullable: true, description: "What search engines are told." })
  @ValidateNested()
  readonly seo?: SeoInput | null;

  @Field(() => CollectionImageInput, {
    nullable: true,
    description: "The image of the collection.",
  })
  @ValidateNested()
  readonly image?: CollectionImageInput | null;

  @Field(() => CollectionRulesInput, {
    nullable: true,
    description:
      "Which products it holds: with rules it is an automated collection, which fills itself. Null makes it a manual one, with the products that stand in it then.",
  })
  @ValidateNested()
  readonly rules?: CollectionRulesInput | null;

  @Field(() => CollectionOrders, {
    nullable: true,
    description: "In which order it shows its products.",
  })
  readonly sortOrder?: CollectionOrder | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The collection that it stands below, as the last one. Null: at the top. Collections stand at most 8 levels deep, and at most 500 directly below one.",
  })
  @MaxLength(LONGEST_ID)
  readonly parentId?: string | null;
}

@InputType({
  description: "What people write about a collection. What is left out stays, null takes it away.",
})
export class CollectionChangesInput extends CollectionTextsInput {
  @Field(() => String, {
    nullable: true,
    description: "What the collection is called, 1 to 255 characters.",
  })
  @Length(1, LONGEST_NAME)
  readonly title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The collection's part of its address. The old one goes on leading here.",
  })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string | null;
}

@InputType({ description: "A collection to make." })
export class CollectionInput extends CollectionTextsInput {
  @Field(() => String, { description: "What the collection is called, 1 to 255 characters." })
  @Length(1, LONGEST_NAME)
  readonly title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The collection's part of its address. Left out: what the title suggests, with a number behind it where that is taken.",
  })
  @MaxLength(LONGEST_SLUG)
  readonly slug?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      "The products of the collection, in order, at most 250. More are added afterwards. Not together with rules.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_ID, { each: true })
  readonly productIds?: readonly string[] | null;
}

@InputType({ description: "Which collection to make." })
export class CollectionCreateInput extends TrialInput {
  @Field(() => CollectionInput, {
    description: "The collection. The shop shows it once it is published.",
  })
  @ValidateNested()
  readonly collection!: CollectionInput;
}

/** What every mutation of one collection says first. */
@InputType()
export abstract class CollectionTargetInput extends VersionedInput {
  @Field(() => ID, { description: "Which collection." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;
}

@InputType({ description: "Which collection to change, and how." })
export class CollectionUpdateInput extends CollectionTargetInput {
  @Field(() => CollectionChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: CollectionChangesInput;
}

@InputType({ description: "Which collection the shop is to show, and when." })
export class CollectionPublishInput extends CollectionTargetInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "From when on, with its time zone: `2026-11-27T08:00:00+01:00`. Left out: from now on; what the shop shows already stays as it is.",
  })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "Until when, exclusive. Left out: as it is, without end where that is over. Null: without end.",
  })
  readonly until?: Date | null;
}

@InputType({ description: "Which collection the shop is no longer to show." })
export class CollectionUnpublishInput extends CollectionTargetInput {}

@InputType({ description: "Which collection to put below another one, or at another place." })
export class CollectionPlaceInput extends CollectionTargetInput {
  @Field(() => ID, {
    nullable: true,
    description:
      "The collection that it is to stand below. Null: at the top. Left out: where it stands.",
  })
  @MaxLength(LONGEST_ID)
  readonly parentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many of those with the same parent are to stand before it: 0 puts it first, more than there are last. Left out: last, and where the parent stays, as it is.",
  })
  @IsInt()
  @Min(0)
  @Max(FURTHEST_PLACE)
  readonly at?: number | null;
}

@InputType({
  description:
    "Which collection to take away for good. Its products stay, and the collections below it go up to where it stood.",
})
export class CollectionDeleteInput extends CollectionTargetInput {}

@InputType({ description: "Which products to take out of a collection." })
export class CollectionProductsRemoveInput extends CollectionTargetInput {
  @Field(() => [ID], { description: "The products, 1 to 250." })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_ID, { each: true })
  readonly productIds!: readonly string[];
}

@InputType({ description: "Which products to put into a collection, and where." })
export class CollectionProductsAddInput extends CollectionTargetInput {
  @Field(() => [ID], {
    description:
      "The products in their order, 1 to 250. Those that stand in the collection already stay where they are.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_ID, { each: true })
  readonly productIds!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description:
      "How many products are to stand before them: 0 puts them at the beginning. Left out: at the end.",
  })
  @IsInt()
  @Min(0)
  @Max(FURTHEST_PLACE)
  readonly at?: number | null;
}

@InputType({ description: "A product of a collection, and where it goes." })
export class CollectionMoveInput {
  @Field(() => ID, { description: "The product." })
  @MaxLength(LONGEST_ID)
  readonly productId!: string;

  @Field(() => Int, {
    description:
      "How many of the other products are to stand before it: 0 puts it at the beginning, more than there are at the end.",
  })
  @IsInt()
  @Min(0)
  @Max(FURTHEST_PLACE)
  readonly to!: number;
}

@InputType({ description: "Which products of a collection to move, and where to." })
export class CollectionProductsReorderInput extends CollectionTargetInput {
  @Field(() => [CollectionMoveInput], {
    description: "The moves, carried out one after the other, 1 to 250.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly moves!: readonly CollectionMoveInput[];
}
