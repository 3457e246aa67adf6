import { Field, ObjectType } from "type-graphql";

@ObjectType("DomesticAddress", {
  simpleResolvers: true,
  description: "A country, or a region of it.",
})
export class DomesticAddressType {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description: "The ISO 3166-2 code of the region after the hyphen. Null: none.",
  })
  readonly region!: string | null;
}
