import { Field, ObjectType } from "type-graphql";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";

@ObjectType("PostalAddress", {
  simpleResolvers: true,
  description: "Where something is sent to, or who an invoice is made out to.",
})
export class PostalAddressType implements PostalAddress {
  @Field(() => String, { nullable: true, description: "The first name. Null: none." })
  readonly firstName!: string | null;

  @Field(() => String, { nullable: true, description: "The last name. Null: none." })
  readonly lastName!: string | null;

  @Field(() => String, { nullable: true, description: "The company. Null: none." })
  readonly company!: string | null;

  @Field(() => String, { description: "Street and number. Empty until it is known." })
  readonly line1!: string;

  @Field(() => String, { nullable: true, description: "A further line. Null: none." })
  readonly line2!: string | null;

  @Field(() => String, { description: "The city. Empty until it is known." })
  readonly city!: string;

  @Field(() => String, {
    nullable: true,
    description: "The region: the part of ISO 3166-2 after the hyphen. Null: none.",
  })
  readonly region!: string | null;

  @Field(() => String, { nullable: true, description: "The postal code. Null: none." })
  readonly postalCode!: string | null;

  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country!: string;

  @Field(() => String, { nullable: true, description: "The phone number. Null: none." })
  readonly phone!: string | null;
}
