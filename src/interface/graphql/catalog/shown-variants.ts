import type {
  FieldsOf,
  OfferedVariant,
  OfferView,
  ProductView,
} from "../../../application/catalog/ports.js";
import { isOnSale } from "../../../domain/catalog/listing.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { shownValue, type ShownOption } from "../../../domain/catalog/translations/shown-texts.js";
import { isSellable } from "../../../domain/catalog/variant.js";
import { shownMoney, type MoneySource } from "../money.js";
import { placeable } from "../refusals.js";
import type { Requested } from "../requested-fields.js";
import type { CatalogLoaders } from "./catalog-loaders.js";
import { offerFields } from "./fields-of.js";
import type { SelectedOption, Weight } from "./value-types.js";
import { weightIn } from "./weight.js";

type View = OfferedVariant;

/** A figure; an error stands in its place where the offer could not be read. */
type Figure<Value> = Value | Error;

/** A variant as GraphQL asks for it. Each figure is worked out when it is asked for: a list has hundreds of variants, and shows little of each. */
class ShownVariant {
  constructor(
    private readonly view: View,
    private readonly offer: Partial<OfferView> | Error,
    private readonly options: readonly ShownOption[],
  ) {}

  get id(): VariantId {
    return this.view.id;
  }

  get productId(): View["productId"] {
    return this.view.productId;
  }

  get sku(): View["sku"] {
    return this.view.sku;
  }

  get barcode(): View["barcode"] {
    return this.view.barcode;
  }

  get tracked(): View["tracked"] {
    return this.view.tracked;
  }

  get soldOutPolicy(): View["soldOutPolicy"] {
    return this.view.soldOutPolicy;
  }

  get requiresShipping(): View["requiresShipping"] {
    return this.view.requiresShipping;
  }

  get taxable(): View["taxable"] {
    return this.view.taxable;
  }

  get taxCode(): View["taxCode"] {
    return this.view.taxCode;
  }

  get unitPriceMeasure(): View["unitPriceMeasure"] {
    return this.view.unitPriceMeasure;
  }

  get mediaId(): View["mediaId"] {
    return this.view.mediaId;
  }

  get optionValues(): readonly SelectedOption[] {
    return this.options.map((option, axis) => ({
      name: option.name,
      value: shownValue(option, this.view.optionValues?.[axis] ?? ""),
    }));
  }

  get weight(): Weight | null {
    const { weightMilligrams, weightUnit = "GRAMS" } = this.view;
    return weightMilligrams == null ? null : weightIn(weightUnit, weightMilligrams);
  }

  get price(): Figure<MoneySource | null> {
    return figure(this.offer, ({ price }) => price && shownMoney(price));
  }

  get compareAtPrice(): Figure<MoneySource | null> {
    return figure(this.offer, ({ price = null, compareAt = null }) =>
      compareAt && isOnSale({ price, compareAt }) ? shownMoney(compareAt) : null,
    );
  }

  get onSale(): Figure<boolean | null> {
    return figure(this.offer, ({ price = null, compareAt = null }) =>
      isOnSale({ price, compareAt }),
    );
  }

  get available(): Figure<boolean | null> {
    const { tracked = true, soldOutPolicy = "DENY" } = this.view;
    return figure(this.offer, ({ available = null, isOffered = true }) =>
      isSellable({ tracked, soldOutPolicy }, { available, isOffered }),
    );
  }

  get stock(): Figure<number | null> {
    const { tracked = true } = this.view;
    return figure(this.offer, ({ available }) => (tracked ? Math.max(available ?? 0, 0) : null));
  }

  get cost(): Figure<MoneySource | null> {
    return figure(this.offer, ({ cost }) => cost && shownMoney(cost));
  }

  get onHand(): Figure<number | null> {
    return figure(this.offer, ({ onHand }) => onHand);
  }

  get stockVersion(): Figure<number | null> {
    return figure(this.offer, ({ stockVersion }) => stockVersion);
  }
}

const figure = <Value>(
  offer: Partial<OfferView> | Error,
  of: (offer: Partial<OfferView>) => Value | null | undefined,
): Figure<Value | null> => (offer instanceof Error ? offer : (of(offer) ?? null));

export type VariantSource = ShownVariant;

/**
 * Variants with everything that GraphQL asks of them, ready to be read: a resolver for each price and stock figure would cost
 * more than all else in a list.
 * @param options of the product, where it was read together with its variants
 */
export const shownVariants = async (
  views: readonly View[],
  requested: Requested,
  loaders: CatalogLoaders,
  options?: readonly ShownOption[],
): Promise<readonly VariantSource[]> => {
  const fields = offerFields(requested);
  const offers =
    fields.size > 0 && views.some(({ offer }) => offer === undefined)
      ? await loaders
          .offers(
            views.map(({ id }) => id),
            fields,
          )
          .catch(placeable)
      : new Map<never, never>();
  const own =
    requested.has("optionValues") && !options
      ? await Promise.all(views.map((view) => optionsOf(view, loaders)))
      : [];
  const offerOf = ({ id, offer }: View): Partial<OfferView> | Error => {
    if (offer) return offer instanceof Error ? placeable(offer) : offer;
    return offers instanceof Error ? offers : (offers.get(id) ?? NO_OFFER);
  };
  return views.map(
    (view, index) => new ShownVariant(view, offerOf(view), own[index] ?? options ?? []),
  );
};

const NO_OFFER: Partial<OfferView> = {};

const OPTIONS: FieldsOf<ProductView> = new Set(["options"]);

const optionsOf = async (
  { productId }: View,
  loaders: CatalogLoaders,
): Promise<readonly ShownOption[]> =>
  (productId && (await loaders.product(productId, OPTIONS))?.options) ?? [];
