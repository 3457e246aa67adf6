import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type {
  TaxCategoryView,
  TaxZoneView,
} from "../../../../application/pricing/ports/tax-reads.js";
import { connectionOf } from "../../paging/connection-of.js";
import { Decimal } from "../../schema/decimal.js";
import { Node } from "../../schema/node.js";
import { versioned } from "../../schema/versioned.js";
import { TaxCategoryType } from "./tax-category-type.js";
import { TaxZoneType } from "./tax-zone-type.js";

@ObjectType("TaxRate", {
  implements: Node,
  simpleResolvers: true,
  description: "What a tax takes of the goods of a category in a zone, for a time.",
})
export class TaxRateType extends versioned(Node) {
  @Field(() => TaxZoneType, { nullable: true, description: "The zone. Null after it was deleted." })
  readonly zone!: TaxZoneView | null;

  @Field(() => TaxCategoryType, {
    nullable: true,
    description: "The category. Null after it was deleted.",
  })
  readonly category!: TaxCategoryView | null;

  @Field(() => String, { description: "The name of the tax on documents, such as `VAT`." })
  readonly tax!: string;

  @Field(() => Decimal, {
    description: 'The percentage, with at most four decimals: `"9.975"` is 9.975 %.',
  })
  readonly percentage!: string;

  @Field(() => Boolean, {
    description:
      "Whether it is charged on the net amount and the taxes that are not compound, and not on the net amount alone.",
  })
  readonly isCompound!: boolean;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Since when it is valid. Null: always was.",
  })
  readonly from!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Until when it is valid; not valid any more at that moment. Null: without end.",
  })
  readonly until!: Date | null;
}

export const { Connection: TaxRateConnection } = connectionOf(
  "TaxRate",
  "tax rates",
  () => TaxRateType,
);
