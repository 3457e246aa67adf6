import { ArrayMaxSize, Length, MaxLength, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_BULK_ITEMS } from "../../../../application/shared/bulk.js";
import { VariantsPayload } from "../../catalog/variants/variants-payload.js";
import { BulkInput } from "../../mutation/bulk-input.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { priceListPayloads } from "./price-list-payloads.js";

export const priceListMutations = mutations("pricing", {
  priceListCreate: {
    input: () => PriceListCreateInput,
    payload: () => priceListPayloads.ChangePayload,
    description:
      "Creates an empty price list. Markets may use it once it is ready: at once in a small shop, later in a large one.",
    about: "The price list.",
  },
  priceListUpdate: {
    input: () => PriceListUpdateInput,
    payload: () => priceListPayloads.ChangePayload,
    description:
      "Changes the name of a price list, when it is valid and for whom. Key and currency cannot change.",
    about: "The price list and the changes.",
  },
  priceListDelete: {
    input: () => PriceListDeleteInput,
    payload: () => priceListPayloads.DeletePayload,
    description: "Deletes a price list, with all its prices. Refused while a market names it.",
    about: "The id of the price list.",
  },
  priceListPricesSet: {
    input: () => PriceListPricesSetInput,
    payload: () => VariantsPayload,
    description:
      "Sets prices of variants in a price list. The history of each product records the change; its version stays.",
    about: "The price list and the prices.",
  },
  priceListPricesRemove: {
    input: () => PriceListPricesRemoveInput,
    payload: () => VariantsPayload,
    description:
      "Removes prices from a price list. The variants' own prices apply again; in a list of another currency they cannot be bought.",
    about: "The price list and the variants.",
  },
});

/** When a price list is valid, and for whom. */
@InputType()
abstract class PriceListAudienceInput {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "From when on the list is valid. Null: since ever.",
  })
  readonly validFrom?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "The first moment at which the list is no longer valid. It must be after the start. Null: without end.",
  })
  readonly validUntil?: Date | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The market that the list is made for: its buyers get the list before the one that the market names. Null: every market that names it.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly marketId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The only customer group that gets the list, before all others. Null: every buyer.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly customerGroupId?: string | null;
}

@InputType({ description: "A new price list." })
class PriceListInput extends PriceListAudienceInput {
  @Field(() => String, {
    description:
      "The key for programs: 1 to 64 lower-case letters, digits and hyphens. It cannot be changed later.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Default: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description:
      "Currency of all its prices. Default: the currency of the default market. It cannot be changed later.",
  })
  readonly currency?: string | null;
}

@InputType({ description: "Creates a price list." })
class PriceListCreateInput extends DryRunInput {
  @Field(() => PriceListInput, { description: "The price list." })
  @ValidateNested()
  readonly priceList!: PriceListInput;
}

@InputType({ description: "Changes to a price list. Omitted fields stay." })
class PriceListChangesInput extends PriceListAudienceInput {
  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;
}

const PriceListTargetInput = targetInput("The id of the price list.");

@InputType({ description: "Deletes a price list." })
class PriceListDeleteInput extends PriceListTargetInput {}

@InputType({ description: "Changes a price list." })
class PriceListUpdateInput extends PriceListTargetInput {
  @Field(() => PriceListChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: PriceListChangesInput;
}

@InputType({ description: "The id of the variant, and from how many units on the price applies." })
class ListPriceTargetInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "From how many units on the price applies, 1 to 1,000,000. Null or omitted: 1, the price of a single unit. More than 1: a quantity break.",
  })
  readonly minQuantity?: number | null;
}

@InputType({ description: "The price of a variant in a price list." })
class ListPriceInput extends ListPriceTargetInput {
  @Field(() => Decimal, { description: "The price of one unit, in the currency of the list." })
  readonly price!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "The compare-at price. Null or omitted: none.",
  })
  readonly compareAtPrice?: string | null;
}

@InputType({ description: "Sets prices in a price list." })
class PriceListPricesSetInput extends BulkInput {
  @Field(() => ID, { description: "The id of the price list." })
  @MaxLength(INPUT_LIMITS.id)
  readonly priceListId!: string;

  @Field(() => [ListPriceInput], {
    description:
      "The prices, at most 250, of variants of any products, each listed once for each minimum quantity. Other prices stay. A variant has at most 20 prices in a list.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ListPriceInput[];
}

@InputType({ description: "Removes prices from a price list." })
class PriceListPricesRemoveInput extends BulkInput {
  @Field(() => ID, { description: "The id of the price list." })
  @MaxLength(INPUT_LIMITS.id)
  readonly priceListId!: string;

  @Field(() => [ListPriceTargetInput], {
    description:
      "The variants, at most 250, of any products, each listed once for each minimum quantity.",
  })
  @ArrayMaxSize(MAX_BULK_ITEMS)
  @ValidateNested({ each: true })
  readonly items!: readonly ListPriceTargetInput[];
}
