import { Field, ObjectType } from "type-graphql";
import type { ChargeTaxation, TaxArea } from "../../../../domain/pricing/tax/tax-zone.js";
import { connectionOf } from "../../paging/connection-of.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";
import { ChargeTaxations } from "./charge-taxations.js";

@ObjectType("TaxArea", {
  simpleResolvers: true,
  description: "A country, or a region or postal codes in it.",
})
class TaxAreaType {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country, such as `CA`." })
  readonly country!: string;

  @Field(() => String, {
    nullable: true,
    description: "The ISO 3166-2 code of the region after the hyphen, such as `QC`. Null: all.",
  })
  readonly region!: string | null;

  @Field(() => [String], {
    description: "Codes, starts of codes (`97*`) and ranges (`1000..1999`). Empty: all.",
  })
  readonly postalCodes!: readonly string[];
}

@ObjectType("TaxZone", {
  implements: Node,
  simpleResolvers: true,
  description: "Where goods are taxed alike. The zone with the narrowest area applies to a buyer.",
})
export class TaxZoneType extends versioned(Node) {
  @Field(() => String, { description: "The key for programs. It cannot change." })
  readonly key!: string;

  @Field(() => String, { description: "The name." })
  readonly name!: string;

  @Cost({ items: 2 })
  @Field(() => [TaxAreaType], { description: "Its areas, at most 50." })
  readonly areas!: readonly TaxArea[];

  @Field(() => ChargeTaxations, { description: "How delivery and fees are taxed in it." })
  readonly chargeTaxation!: ChargeTaxation;
}

export const { Connection: TaxZoneConnection } = connectionOf(
  "TaxZone",
  "tax zones",
  () => TaxZoneType,
);
