import type { VariantId } from "../../../domain/catalog/ids.js";
import type { ChosenValue } from "../../../domain/catalog/choose-values.js";
import { offering, type OfferedValue } from "../../../domain/catalog/offer-values.js";
import type { ProductContent } from "../../../domain/catalog/product.js";
import { PLAIN_VARIANT, type Variant } from "../../../domain/catalog/variant.js";
import { placedNow, Problems } from "../../../domain/shared/domain-error.js";
import { same } from "../../../domain/shared/same.js";
import { StockPromised } from "../../inventory/inventory.js";
import { FiguresWithoutPrice, type VariantPrice } from "../../pricing/pricing.js";
import type { Warning } from "../../shared/warning.js";
import type { Edit } from "../products/edit-product.js";
import { planPrice, planStock } from "../offers/plan-figures.js";
import { priceWarnings } from "../offers/price-warnings.js";
import type { StockEdit } from "../products/put-products.js";
import type { TakenProduct } from "../products/take-products.js";
import { rewordedVariant, type VariantWords } from "./variant-words.js";

/** A variant that is spoken of in a command. */
export interface NamedVariant {
  readonly id: VariantId;
  readonly words: VariantWords;
  /** Where its words stand in the command. */
  readonly place: readonly string[];
}

/** A value that an option offers now, with the place in the command where it was chosen. */
type PlacedValue = OfferedValue<ChosenValue & { readonly place: readonly string[] }>;

export type KnownFigures = Pick<TakenProduct, "prices" | "stock">;

/** The product with its variants in other words, new ones behind the others, and options that offer what they chose; what is wrong is collected. */
export const editedVariants = (
  before: ProductContent,
  named: readonly NamedVariant[],
  known: KnownFigures,
  currency: string,
  problems = new Problems(),
): Required<Edit> => {
  const [prices, stock] = [
    new Map<VariantId, VariantPrice | null>(),
    new Map<VariantId, StockEdit>(),
  ];
  const chosen = named.flatMap(({ words, place }) =>
    (words.optionValues ?? []).map((value, index) => ({
      ...value,
      place: [...place, "optionValues", String(index), "value"],
    })),
  );
  const { options, added } = offering(before.options, chosen);
  const content = { ...before, options };
  const warnings: Warning[] = added
    .filter(({ axis }) => before.options[axis]?.values.length !== 0)
    .map(({ option, value, chosen: { place } }) => ({
      code: "OPTION_VALUE_ADDED",
      message: `The option "${option}" offers "${value}" from now on.`,
      path: place,
    }));
  const edited = new Map(content.variants.map((variant) => [variant.id, variant]));
  for (const { id, words, place } of named) {
    const at = (...rest: readonly string[]) => [...place, ...rest];
    const current = edited.get(id) ?? { ...PLAIN_VARIANT, id, tracked: words.onHand != null };
    const next = problems.attempt(() => rewordedVariant(current, words, content), ...place);
    if (next) edited.set(id, next);
    const figures = {
      price: words.price,
      compareAt: words.compareAtPrice,
      cost: words.cost,
      onHand: words.onHand,
    };
    const price = problems.attempt(() =>
      placedNow(
        ([figure = "", ...rest]) => at(figure === "compareAt" ? "compareAtPrice" : figure, ...rest),
        () =>
          planPrice(id, figures, known.prices.get(id), currency, (lost) =>
            lost.forEach((figure) =>
              problems.add(
                new FiguresWithoutPrice(at(figure === "compareAt" ? "compareAtPrice" : figure)),
              ),
            ),
          ),
      ),
    );
    if (price !== undefined) prices.set(id, price);
    if (price) warnings.push(...priceWarnings(price, place));
    const onHandBefore = known.stock.get(id)?.snapshot().onHand ?? null;
    const item = problems.attempt(
      () =>
        planStock(id, figures, known.stock.get(id), (units) =>
          problems.add(new StockPromised(id, units).within(at("onHand"))),
        ),
      ...at("onHand"),
    );
    if (item !== undefined) stock.set(id, { onHandBefore, item });
  }
  const variants = [...edited.values()];
  return {
    content: { ...content, variants },
    prices,
    stock,
    warnings,
    problems,
    place: placesOf(variants, named, added),
  };
};

/** Where the command speaks of a place of the content. */
const placesOf = (
  variants: readonly Variant[],
  named: readonly NamedVariant[],
  added: readonly PlacedValue[],
) => {
  const places = new Map(named.map(({ id, place }) => [id, place]));
  return (path: readonly string[]): readonly string[] => {
    const [part, index, field, ...rest] = path;
    if (part === "options")
      return (
        added.find(
          ({ axis, at }) => String(axis) === index && [String(at), undefined].includes(rest[0]),
        )?.chosen.place ?? path
      );
    const variant = variants[Number(index)];
    if (part !== "variants" || !variant || field === undefined) return path;
    // A rule about two variants may blame the one that the command does not speak of: what it clashes with is in the command.
    const spokenOf = places.has(variant.id)
      ? variant
      : variants.find((other) => places.has(other.id) && alike(variant, other, field));
    const place = spokenOf && places.get(spokenOf.id);
    return place ? [...place, field, ...rest] : [part];
  };
};

const alike = (one: Variant, other: Variant, field: string): boolean =>
  (field === "sku" && one.sku === other.sku) ||
  (field === "optionValues" && same(one.optionValues, other.optionValues));
