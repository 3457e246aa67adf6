import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { PUBLICATION_STATES, type PublicationState } from "../../../application/catalog/ports.js";
import type { AskedFilter } from "../../../application/catalog/show-catalog.js";
import type { CollectionKind } from "../../../domain/catalog/collection.js";
import type { ProductStatus } from "../../../domain/catalog/product.js";
import { localeTag } from "../../../domain/shared/locale.js";
import { withinCalendar } from "../../../domain/shared/calendar.js";
import { enumOf } from "../enum-of.js";
import { LONGEST_ID, MOST_ENTRIES } from "../input-limits.js";
import { CollectionKinds } from "./collections/collection-rule-types.js";
import { ProductFilterInput, ProductStatuses, ShopCollectionFilterInput } from "./inputs.js";
import { LONGEST_TAG } from "./translations/language-input.js";

const PublicationStates = enumOf(PUBLICATION_STATES);
registerEnumType(PublicationStates, {
  name: "PublicationState",
  description: "Where a publication stands, whatever the status of the thing.",
  valuesConfig: {
    CURRENT: { description: "It runs now." },
    SCHEDULED: { description: "It begins later." },
    ENDED: { description: "It is over." },
    NONE: { description: "There is none." },
  },
});

@InputType({ description: "A stretch of time. An end that is left out is open." })
export class PeriodInput {
  @Field(() => GraphQLDateTime, { nullable: true, description: "From this moment on." })
  readonly from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Before this moment." })
  readonly until?: Date | null;
}

@InputType("ProductFilter", {
  description: "Which products to list. All conditions that are given hold together.",
})
export class AdminProductFilterInput extends ProductFilterInput {
  @Field(() => [ProductStatuses], {
    nullable: true,
    description: "Those in one of these states. All of them when not given.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  readonly statuses?: readonly ProductStatus[] | null;

  @Field(() => PeriodInput, { nullable: true, description: "Those that were added then." })
  @ValidateNested()
  readonly created?: PeriodInput | null;

  @Field(() => PeriodInput, { nullable: true, description: "Those that were last changed then." })
  @ValidateNested()
  readonly updated?: PeriodInput | null;

  @Field(() => PublicationStates, {
    nullable: true,
    description: "Those whose publication is in this state now.",
  })
  readonly publication?: PublicationState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only what has a price, or only what has none.",
  })
  readonly priced?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only what has an image, or only what has none.",
  })
  readonly pictured?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "The one with the variant that has exactly this SKU.",
  })
  @MaxLength(255)
  readonly sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Those with a variant that has exactly this barcode.",
  })
  @MaxLength(64)
  readonly barcode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Those with a text that is missing in this language (a tag of BCP 47 such as `de`): what its `translations` tell in `missing`.",
  })
  @MaxLength(LONGEST_TAG)
  readonly untranslatedIn?: string | null;
}

@InputType({ description: "Which variants to list. All conditions that are given hold together." })
export class VariantFilterInput {
  @Field(() => ID, { nullable: true, description: "Those of one product." })
  @MaxLength(LONGEST_ID)
  readonly productId?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Those of the products of one of these vendors. At most 250.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(255, { each: true })
  readonly vendors?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: "The one with exactly this SKU." })
  @MaxLength(255)
  readonly sku?: string | null;

  @Field(() => String, { nullable: true, description: "Those with exactly this barcode." })
  @MaxLength(64)
  readonly barcode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only those whose stock is counted, or only the others.",
  })
  readonly tracked?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The beginning of the SKU, or words of the product's title. At most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;
}

/** The conditions that only staff can give, in the words of the application. */
export const backOfficeFilter = ({
  created,
  updated,
  publication,
  priced,
  pictured,
  sku,
  barcode,
  untranslatedIn,
}: AdminProductFilterInput): AskedFilter => ({
  ...(created && { created: period(created) }),
  ...(updated && { updated: period(updated) }),
  ...(publication && { publication }),
  ...(priced != null && { priced }),
  ...(pictured != null && { pictured }),
  ...(sku != null && { sku }),
  ...(barcode != null && { barcode }),
  ...(untranslatedIn != null && { untranslatedIn: localeTag(untranslatedIn) }),
});

const period = ({ from, until }: PeriodInput) => ({
  ...(from && { from: withinCalendar(from) }),
  ...(until && { until: withinCalendar(until) }),
});

@InputType("CollectionFilter", {
  description: "Which collections to list. All conditions that are given hold together.",
})
export class CollectionFilterInput extends ShopCollectionFilterInput {
  @Field(() => CollectionKinds, {
    nullable: true,
    description: "Only those that are filled by hand, or only those that rules fill.",
  })
  readonly kind?: CollectionKind | null;

  @Field(() => String, {
    nullable: true,
    description: "Words that stand in the title. At most 200 characters.",
  })
  @MaxLength(200)
  readonly text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Only what the shop shows now, or only what it does not.",
  })
  readonly published?: boolean | null;
}
