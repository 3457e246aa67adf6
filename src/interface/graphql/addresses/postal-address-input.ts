import { MaxLength } from "class-validator";
import { Field, InputType } from "type-graphql";
import { INPUT_LIMITS } from "../schema/input-limits.js";

@InputType("PostalAddressInput", {
  description: "An address. All but the country may be missing until the order is placed.",
})
export class PostalAddressInput {
  @Field(() => String, { nullable: true, description: "The first name, at most 100 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly firstName?: string | null;

  @Field(() => String, { nullable: true, description: "The last name, at most 100 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly lastName?: string | null;

  @Field(() => String, { nullable: true, description: "The company, at most 255 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly company?: string | null;

  @Field(() => String, { nullable: true, description: "Street and number." })
  @MaxLength(INPUT_LIMITS.name)
  readonly line1?: string | null;

  @Field(() => String, { nullable: true, description: "A further line." })
  @MaxLength(INPUT_LIMITS.name)
  readonly line2?: string | null;

  @Field(() => String, { nullable: true, description: "The city, at most 100 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly city?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The region: the part of ISO 3166-2 after the hyphen, such as `QC`, or its name in `addressFormat`, which is stored as its code.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly region?: string | null;

  @Field(() => String, { nullable: true, description: "The postal code, at most 20 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly postalCode?: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  @MaxLength(2)
  readonly country!: string;

  @Field(() => String, { nullable: true, description: "The phone number, at most 40 characters." })
  @MaxLength(INPUT_LIMITS.name)
  readonly phone?: string | null;
}
