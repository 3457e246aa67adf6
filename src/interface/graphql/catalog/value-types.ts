import { Field, ObjectType, registerEnumType } from "type-graphql";
import { METAFIELD_TYPES, type MetafieldType } from "../../../domain/catalog/metafield.js";
import { WEIGHT_UNITS, type WeightUnit } from "../../../domain/catalog/variant.js";
import { enumOf } from "../enum-of.js";
import { Decimal } from "../scalars.js";

export const MetafieldTypes = enumOf(METAFIELD_TYPES);
registerEnumType(MetafieldTypes, {
  name: "MetafieldType",
  description: "What a metafield holds, and so how its text is read.",
  valuesConfig: {
    TEXT: { description: "One line of text." },
    MULTILINE_TEXT: { description: "Text with line breaks." },
    INTEGER: { description: "A whole number." },
    DECIMAL: { description: "A decimal number with a point." },
    BOOLEAN: { description: "`true` or `false`." },
    DATE: { description: "A date such as `2026-11-22`." },
    DATE_TIME: { description: "A moment such as `2026-11-22T12:00:00Z`." },
    URL: { description: "An address that begins with `https://` or `http://`." },
    JSON: { description: "JSON." },
  },
});

export const WeightUnits = enumOf(WEIGHT_UNITS);
registerEnumType(WeightUnits, {
  name: "WeightUnit",
  description: "A unit of weight.",
  valuesConfig: {
    GRAMS: { description: "Grams." },
    KILOGRAMS: { description: "Kilograms: 1,000 grams." },
    OUNCES: { description: "Avoirdupois ounces: 28.349523125 grams." },
    POUNDS: { description: "Avoirdupois pounds: 453.59237 grams." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What search engines are told." })
export class Seo {
  @Field(() => String, {
    description: "The title for search results. Empty: take the title of the page.",
  })
  readonly title!: string;

  @Field(() => String, {
    description: "The description for search results. Empty: take the description of the page.",
  })
  readonly description!: string;
}

@ObjectType("ProductOption", {
  simpleResolvers: true,
  description:
    "What buyers choose by, such as the size. A product without a choice has one option `Title` with one value `Default Title`.",
})
export class OptionType {
  @Field(() => String, { description: "The name of the option, such as `Size`." })
  readonly name!: string;

  @Field(() => [String], {
    description: "What can be chosen, in the order in which it is offered.",
  })
  readonly values!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: "One option of a product with the value that a variant has.",
})
export class SelectedOption {
  @Field(() => String, { description: "The name of the option, such as `Size`." })
  readonly name!: string;

  @Field(() => String, { description: "The value of the variant, such as `M`." })
  readonly value!: string;
}

@ObjectType("Metafield", {
  simpleResolvers: true,
  description: "A custom field that the merchant has added.",
})
export class MetafieldObject {
  @Field(() => String, { description: "The group of the field, such as `care`." })
  readonly namespace!: string;

  @Field(() => String, {
    description: "The name of the field within its group, such as `washing`.",
  })
  readonly key!: string;

  @Field(() => MetafieldTypes, { description: "What the value is." })
  readonly type!: MetafieldType;

  @Field(() => String, { description: "The value as text, in the form that its type says." })
  readonly value!: string;
}

@ObjectType({ simpleResolvers: true, description: "What something weighs." })
export class Weight {
  @Field(() => Decimal, { description: "The weight in `unit`, rounded to four decimals." })
  readonly value!: string;

  @Field(() => WeightUnits, { description: "The unit in which the merchant wants it read." })
  readonly unit!: WeightUnit;

  @Field(() => Decimal, { description: "The exact weight in grams; add up this one." })
  readonly grams!: string;
}

@ObjectType("UnitPriceMeasure", {
  simpleResolvers: true,
  description: "How a price per unit is worked out: 750 ml are sold, the price is shown per 1 l.",
})
export class UnitPriceMeasureType {
  @Field(() => Decimal, { description: "How much a variant holds, such as `750`." })
  readonly total!: string;

  @Field(() => String, { description: "The unit of `total`, such as `ml`." })
  readonly totalUnit!: string;

  @Field(() => Decimal, { description: "How much the price is shown for, such as `1`." })
  readonly base!: string;

  @Field(() => String, { description: "The unit of `base`, such as `l`." })
  readonly baseUnit!: string;
}
