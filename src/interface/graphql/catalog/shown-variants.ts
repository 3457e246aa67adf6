import type { FieldsOf, OfferView, ProductView, Selected, VariantView } from "../../../application/catalog/ports.js";
import { isOnSale } from "../../../domain/catalog/listing.js";
import { shownValue, type ShownOption } from "../../../domain/catalog/translations/shown-texts.js";
import { isSellable } from "../../../domain/catalog/variant.js";
import { shownMoney, type MoneySource } from "../money.js";
import { placeable } from "../refusals.js";
import type { Requested } from "../requested-fields.js";
import type { CatalogLoaders } from "./catalog-loaders.js";
import { offerFields } from "./fields-of.js";
import type { SelectedOption, Weight } from "./value-types.js";
import { weightIn } from "./weight.js";

type View = Selected<VariantView>;

/** What is made out of the offer; an error stands in its place where the offer could not be read. */
interface ShownOffer {
  readonly price: MoneySource | Error | null;
  readonly compareAtPrice: MoneySource | Error | null;
  readonly onSale: boolean | Error;
  readonly available: boolean | Error;
  readonly stock: number | Error | null;
  readonly cost: MoneySource | Error | null;
  readonly onHand: number | Error | null;
  readonly stockVersion: number | Error | null;
}

export interface VariantSource extends Omit<View, "optionValues">, ShownOffer {
  readonly optionValues: readonly SelectedOption[];
  readonly weight: Weight | null;
}

/**
 * Variants with everything that GraphQL asks of them, ready to be read: a resolver for each price and stock figure would cost
 * more than all else in a list.
 * @param options of the product, where it was read together with its variants
 */
export const shownVariants = async (views: readonly View[], requested: Requested, loaders: CatalogLoaders, options?: readonly ShownOption[]): Promise<readonly VariantSource[]> => {
  const fields = offerFields(requested);
  const offers = fields.size > 0 ? await loaders.offers(views.map(({ id }) => id), fields).catch(placeable) : new Map<never, never>();
  const own = requested.has("optionValues") && !options ? await Promise.all(views.map((view) => optionsOf(view, loaders))) : [];
  return views.map((view, index) => shown(view, offers instanceof Error ? offers : (offers.get(view.id) ?? NO_OFFER), own[index] ?? options ?? []));
};

const NO_OFFER: Partial<OfferView> = {};

const shown = (view: View, offer: Partial<OfferView> | Error, options: readonly ShownOption[]): VariantSource => {
  const optionValues = options.map((option, axis) => ({ name: option.name, value: shownValue(option, view.optionValues?.[axis] ?? "") }));
  const weight = view.weightMilligrams == null ? null : weightIn(view.weightUnit ?? "GRAMS", view.weightMilligrams);
  if (offer instanceof Error) return { ...view, ...unreadable(offer), optionValues, weight };

  const { price = null, compareAt = null, cost = null, onHand = null, available = null, stockVersion = null, isOffered = true } = offer;
  const { tracked = true, soldOutPolicy = "DENY" } = view;
  const onSale = isOnSale({ price, compareAt });
  return {
    ...view,
    optionValues,
    weight,
    price: price && shownMoney(price),
    compareAtPrice: compareAt && onSale ? shownMoney(compareAt) : null,
    onSale,
    available: isOffered && isSellable({ tracked, soldOutPolicy }, available),
    stock: tracked ? Math.max(available ?? 0, 0) : null,
    cost: cost && shownMoney(cost),
    onHand,
    stockVersion,
  };
};

const unreadable = (error: Error): ShownOffer => ({ price: error, compareAtPrice: error, onSale: error, available: error, stock: error, cost: error, onHand: error, stockVersion: error });

const OPTIONS: FieldsOf<ProductView> = new Set(["options"]);

const optionsOf = async ({ productId }: View, loaders: CatalogLoaders): Promise<readonly ShownOption[]> => (productId && (await loaders.product(productId, OPTIONS))?.options) ?? [];
