import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../paging/connection-of.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";

@ObjectType({ simpleResolvers: true, description: "A country, or a region or postal codes in it." })
export class DeliveryArea {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The region: the part of ISO 3166-2 after the hyphen, such as `QC`. Null: the whole country.",
  })
  readonly region!: string | null;

  @Field(() => [String], {
    description:
      "Postal codes: a code, the start of codes with an asterisk (`97*`), or a range of numbers (`1000..1999`). Empty: all.",
  })
  readonly postalCodes!: readonly string[];
}

@ObjectType("DeliveryZone", {
  implements: Node,
  simpleResolvers: true,
  description:
    "Where the shop delivers alike. An address has one zone: the narrowest one around it, where postal codes are narrower than a region and a region is narrower than a country.",
})
export class DeliveryZoneType extends versioned(Node) {
  @Field(() => String, { description: "The key for programs. Unique." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Cost({ items: 10 })
  @Field(() => [DeliveryArea], { description: "Its areas, at most 100." })
  readonly areas!: readonly DeliveryArea[];
}

export const { Connection: DeliveryZoneConnection } = connectionOf(
  "DeliveryZone",
  "delivery zones",
  () => DeliveryZoneType,
);
