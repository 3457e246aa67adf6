import { ArrayMaxSize, ArrayMinSize, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type { OutsideFallback } from "../../../../domain/pricing/markets/market-checkout-terms.js";
import { MAX_PAYABLE_ROUNDINGS } from "../../../../domain/pricing/markets/market-tax-terms.js";
import { DryRunInput } from "../../mutation/dry-run-input.js";
import { mutations } from "../../mutation/mutations.js";
import { targetInput } from "../../mutation/target-input.js";
import { CurrencyCode } from "../../schema/currency-code.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { marketPayloads } from "./market-payloads.js";
import { DomesticAddressInput } from "./domestic-address-input.js";
import { OutsideFallbacks } from "./outside-fallbacks.js";
import { PayableRoundingInput } from "./payable-rounding-input.js";
import { TaxRoundingInput } from "./tax-rounding-input.js";

export const marketMutations = mutations("pricing", {
  marketCreate: {
    input: () => MarketCreateInput,
    payload: () => marketPayloads.ChangePayload,
    description:
      "Creates a market. Requests may use it at once, on other servers after about a second.",
    about: "The market.",
  },
  marketUpdate: {
    input: () => MarketUpdateInput,
    payload: () => marketPayloads.ChangePayload,
    description: "Changes a market.",
    about: "The market and the changes.",
  },
  marketDelete: {
    input: () => MarketDeleteInput,
    payload: () => marketPayloads.DeletePayload,
    description: "Deletes a market. The default market cannot be deleted.",
    about: "The id of the market.",
  },
});

/** What both new and existing markets can have. */
@InputType()
abstract class MarketSettingsInput {
  @Field(() => String, {
    nullable: true,
    description: "The name, 1 to 255 characters. Null or omitted at creation: the key.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly name?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "ISO 3166-1 alpha-2 codes of its countries. A country may belong to one market only. Amounts are formatted as the first one writes them.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(2, { each: true })
  readonly countries?: readonly string[] | null;

  @Field(() => CurrencyCode, {
    nullable: true,
    description: "Currency of all its prices. It must be the currency of its price list.",
  })
  readonly currency?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: "Its languages as BCP 47 tags, 1 to 50. The first is the default.",
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.locales)
  @MaxLength(INPUT_LIMITS.localeTag, { each: true })
  readonly locales?: readonly string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether prices are shown including tax." })
  readonly pricesIncludeTax?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether `Variant.lowestPrice30Days` is answered, as the EU demands for reduced prices (Directive 98/6/EC, Article 6a). False when omitted at creation.",
  })
  readonly showsLowestPrice?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "Its price list. Null: the variants' own prices apply; allowed only in the currency of the default market.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly priceListId?: string | null;

  @Field(() => TaxRoundingInput, {
    nullable: true,
    description: "How taxes are rounded: per line and half up in a new shop.",
  })
  @ValidateNested()
  readonly taxRounding?: TaxRoundingInput | null;

  @Field(() => DomesticAddressInput, {
    nullable: true,
    description:
      "Whose taxes count before the address of a buyer is known, and are taken out of prices with tax for buyers who owe none. Null, and when omitted at creation: the first of `countries`.",
  })
  @ValidateNested()
  readonly domesticAddress?: DomesticAddressInput | null;

  @Field(() => [PayableRoundingInput], {
    nullable: true,
    description:
      "How the amount to pay is rounded, at most one for each payment method. Null, and when omitted at creation: not at all.",
  })
  @ArrayMaxSize(MAX_PAYABLE_ROUNDINGS)
  @ValidateNested({ each: true })
  readonly payableRoundings?: readonly PayableRoundingInput[] | null;

  @Field(() => OutsideFallbacks, {
    nullable: true,
    description:
      "Whether orders are placed on an estimate while a tax provider or carrier does not answer. `ALLOWED` when omitted at creation.",
  })
  readonly outsideFallback?: OutsideFallback | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "For how many minutes after its last change a cart keeps its units, 1 to 1440. Null, and when omitted at creation: units are reserved when the order is placed.",
  })
  readonly cartReservationMinutes?: number | null;
}

@InputType({
  description:
    "A new market. Omitted fields are taken from the default market; the currency from the price list.",
})
class MarketInput extends MarketSettingsInput {
  @Field(() => String, {
    description:
      "The key that requests send in `Plinth-Market`: 1 to 64 lower-case letters, digits and hyphens. Unique.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key!: string;
}

@InputType({ description: "Creates a market." })
class MarketCreateInput extends DryRunInput {
  @Field(() => MarketInput, { description: "The market." })
  @ValidateNested()
  readonly market!: MarketInput;
}

@InputType({
  description:
    "Changes to a market. Omitted fields stay. The default market keeps its currency and first language.",
})
class MarketChangesInput extends MarketSettingsInput {
  @Field(() => String, {
    nullable: true,
    description: "The new key. Requests with the former key are refused.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly key?: string | null;
}

const MarketTargetInput = targetInput("The id of the market.");

@InputType({ description: "Deletes a market." })
class MarketDeleteInput extends MarketTargetInput {}

@InputType({ description: "Changes a market." })
class MarketUpdateInput extends MarketTargetInput {
  @Field(() => MarketChangesInput, { description: "The changes." })
  @ValidateNested()
  readonly changes!: MarketChangesInput;
}
