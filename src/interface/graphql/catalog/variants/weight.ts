import { Field, ObjectType } from "type-graphql";
import type { WeightUnit } from "../../../../domain/catalog/variants/variant.js";
import { Decimal } from "../../schema/decimal.js";
import { WeightUnits } from "./weight-units.js";

@ObjectType({ simpleResolvers: true, description: "A weight." })
export class Weight {
  @Field(() => Decimal, { description: "The weight in `unit`, rounded to four decimals." })
  readonly value!: string;

  @Field(() => WeightUnits, { description: "The unit for display." })
  readonly unit!: WeightUnit;

  @Field(() => Decimal, { description: "The exact weight in grams. Use it for sums." })
  readonly grams!: string;
}
