import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { CommonFilterInput, ONE_VARIANT } from "../catalog/products/common-filter-input.js";
import { Decimal } from "../schema/decimal.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { ALL_CONDITIONS } from "../schema/leave-out-empty-lists.js";

const MAX_OPTIONS = 20;
// With the options and other conditions on variants there are at most 31.
const MAX_METAFIELDS = 7;

@InputType({
  description:
    "An option (name AND values): a variant must have one of the accepted values (OR). An empty list means the same as leaving the option out.",
})
class OptionFilter {
  @Field(() => String, {
    description: "The name of the option: `name` of the facet `OPTION`.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => [String], {
    description: "Values of the option (OR): `value` of its facet values. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly values!: readonly string[];
}

@InputType({
  description:
    "A custom field that is filterable (name AND values, or name AND range): it must have one of the accepted values (OR), or a number in the range. With VARIANT among its owners it is a condition on variants: the value of a variant is its own, or else that of the product. An empty list means the same as leaving the field out.",
})
class MetafieldFilter {
  @Field(() => String, {
    description: "Namespace and key, such as `care.washing`: `name` of the facet `METAFIELD`.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => [String], {
    nullable: true,
    description:
      "Accepted values (OR): `value` of the facet values. For all types but INTEGER and DECIMAL. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly values?: readonly string[] | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The lowest number, inclusive. For INTEGER and DECIMAL.",
  })
  readonly min?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The highest number, inclusive. For INTEGER and DECIMAL.",
  })
  readonly max?: string | null;
}

@InputType("SearchFilter", {
  description: `Filters the results. ${ALL_CONDITIONS} ${ONE_VARIANT} Case and accents do not matter.`,
})
export class SearchFilterInput extends CommonFilterInput {
  @Field(() => [ID], {
    nullable: true,
    description:
      "Only products in one of these collections (OR), by id: the `value` of the facet `COLLECTION`. With `includeBelow`, products of the collections below them too. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly collections?: readonly string[] | null;

  @Field(() => [OptionFilter], {
    nullable: true,
    description:
      "Only products with a variant that has an accepted value of every one of these options (AND). At most 20.",
  })
  @ArrayMaxSize(MAX_OPTIONS)
  @ValidateNested({ each: true })
  readonly options?: readonly OptionFilter[] | null;

  @Field(() => [MetafieldFilter], {
    nullable: true,
    description:
      "Only products that meet every one of these conditions on custom fields (AND). At most 7.",
  })
  @ArrayMaxSize(MAX_METAFIELDS)
  @ValidateNested({ each: true })
  readonly metafields?: readonly MetafieldFilter[] | null;
}
