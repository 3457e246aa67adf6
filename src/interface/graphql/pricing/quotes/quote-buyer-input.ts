import { Length, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

const MAX_REGION_LENGTH = 6;
const MAX_POSTAL_CODE_LENGTH = 20;

@InputType({ description: "Where a buyer is, as far as taxes depend on it." })
class QuoteAddressInput {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  @MaxLength(2)
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description: "The ISO 3166-2 code of the region after the hyphen, such as `QC`.",
  })
  @MaxLength(MAX_REGION_LENGTH)
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: "The postal code." })
  @MaxLength(MAX_POSTAL_CODE_LENGTH)
  readonly postalCode?: string | null;
}

@InputType({ description: "Why a buyer owes no tax." })
class QuoteExemptionInput {
  @Field(() => String, { description: "The reason, for people: 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly reason!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The VAT id of the buyer, such as `DE136695976`. Its form and checksum are checked, not whether it was given out; the breakdown names it with the reason. Default: none.",
  })
  @MaxLength(INPUT_LIMITS.code)
  readonly vatId?: string | null;
}

@InputType({ description: "Who buys, as far as prices depend on it." })
export class QuoteBuyerInput {
  @Field(() => QuoteAddressInput, {
    nullable: true,
    description: "Where the goods go. Default: the domestic address of the market.",
  })
  @ValidateNested()
  readonly address?: QuoteAddressInput | null;

  @Field(() => QuoteExemptionInput, {
    nullable: true,
    description: "Why the buyer owes no tax. Default: the buyer owes tax.",
  })
  @ValidateNested()
  readonly exemption?: QuoteExemptionInput | null;

  @Field(() => String, {
    nullable: true,
    description: "The payment method, which may have a rounding of its own.",
  })
  @MaxLength(INPUT_LIMITS.code)
  readonly paymentMethod?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The key of the customer group of the buyer. Default: none.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly customerGroup?: string | null;
}
