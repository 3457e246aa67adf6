import type { GraphQLResolveInfo } from "graphql";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import type { ChosenOption } from "../../../../domain/catalog/options/chosen-option.js";
import {
  availableOptions,
  type AvailableValue,
} from "../../../../domain/catalog/options/option-availability.js";
import { DEFAULT_OPTION } from "../../../../domain/catalog/options/option.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { requestedFields } from "../../execution/requested-fields.js";
import { OptionIds } from "../options/option-ids.js";
import { presentOptionValues } from "../options/present-option-values.js";
import type { SwatchSource } from "../options/swatch-type.js";
import type { ProductSource } from "../products/product-fields.js";
import { availabilityOf } from "../variants/availability-of.js";
import type { VariantSource } from "../variants/present-variants.js";
import { variantsByIds } from "../variants/variants-by-ids.js";

/**
 * What each value of each option would make of a choice; variants are read only where they are
 * requested.
 */
export const presentOptionAvailability = async (
  product: ProductSource,
  chosen: readonly ChosenOption[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<readonly AvailableOptionSource[]> => {
  const availability = await availabilityOf(product, context);
  const options = availableOptions(availability, chosen);
  const requested = requestedFields(info).get("values")?.get("variant");
  const ids = new Set(
    options.flatMap(({ values }) => values.flatMap(({ variant }) => variant ?? [])),
  );
  const variants = requested
    ? await variantsByIds([...ids], availability, requested, context)
    : new Map<VariantId, VariantSource>();
  const swatches = availability.options.map((option) => presentOptionValues(option, product.id));
  const idsOf = (axis: number) =>
    new OptionIds(product.id, availability.options[axis] ?? DEFAULT_OPTION, chosen);
  return options.map(({ name, values }, axis) => ({
    get id() {
      return idsOf(axis).ofOption;
    },
    name,
    values: values.map((value, at) => ({
      get id() {
        return idsOf(axis).ofValueAt(at);
      },
      ...value,
      swatch: swatches[axis]?.[at]?.swatch ?? null,
      variant: (value.variant && variants.get(value.variant)) ?? null,
    })),
  }));
};

/** A value of an option with the variant that it leads to. */
export interface AvailableValueSource extends Omit<AvailableValue, "variant"> {
  readonly id: string;
  readonly swatch: SwatchSource | null;
  readonly variant: VariantSource | null;
}

export interface AvailableOptionSource {
  readonly id: string;
  readonly name: string;
  readonly values: readonly AvailableValueSource[];
}
