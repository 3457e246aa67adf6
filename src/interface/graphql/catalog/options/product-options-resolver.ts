import { Resolver, Root } from "type-graphql";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { ProductFields, type ProductSource } from "../products/product-fields.js";
import { OptionIds } from "./option-ids.js";
import { presentOptionValues } from "./present-option-values.js";
import { ProductOptionType } from "./product-option-type.js";

/** The options of a product, in both APIs. */
@Resolver(() => ProductFields)
export class ProductOptionsResolver {
  @Cost({ items: 2, each: 0.5 })
  @FieldResolver(() => [ProductOptionType], {
    description:
      "The options that buyers choose by, in order. Each variant has one value per option.",
  })
  options(@Root() { id, options = [] }: ProductSource): readonly ProductOptionType[] {
    return options.map((option) => ({
      get id() {
        return new OptionIds(id, option).ofOption;
      },
      name: option.name,
      values: option.values,
      optionValues: presentOptionValues(option, id),
    }));
  }
}
