import { Field, ObjectType } from "type-graphql";
import type { CountryName } from "./country-names.js";

@ObjectType("Country", { simpleResolvers: true, description: "A country that orders are sent to." })
export class CountryType implements CountryName {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code: the `country` of an address." })
  readonly code!: string;

  @Field(() => String, { description: "The name, in the language of the response." })
  readonly name!: string;
}
