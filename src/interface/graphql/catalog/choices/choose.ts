import type { GraphQLResolveInfo } from "graphql";
import { choosablePage } from "../../../../application/catalog/choosable-page.js";
import type { FieldsOf, ProductView } from "../../../../application/catalog/ports.js";
import { mapPage, pageRequest, type PageArguments } from "../../../../application/shared/page.js";
import {
  choosableAt,
  outlookOfChoice,
  variantNearChoice,
  variantOfChoice,
  type Choices,
} from "../../../../domain/catalog/choices.js";
import type { ChosenValue } from "../../../../domain/catalog/choose-values.js";
import type { VariantId } from "../../../../domain/catalog/ids.js";
import { connectionSource, type ConnectionSource } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { requestedFields, type Requested } from "../../requested-fields.js";
import { nodesOf, variantFields, wantsPage } from "../fields-of.js";
import type { ProductSource } from "../product-fields.js";
import { shownVariants, type VariantSource } from "../shown-variants.js";
import type { ProductVariantFilterInput } from "./choice-inputs.js";

export interface ValueSource {
  readonly value: string;
  readonly exists: boolean;
  readonly available: boolean;
  readonly selected: boolean;
  readonly variant: VariantSource | null;
}

export interface OutlookSource {
  readonly name: string;
  readonly values: readonly ValueSource[];
}

export const variantByOptions = async (
  product: ProductSource,
  chosen: readonly ChosenValue[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<VariantSource | null> => {
  const choices = await choicesOf(product, context);
  return only(variantOfChoice(choices, chosen), choices, requestedFields(info), context);
};

export const nearestVariant = async (
  product: ProductSource,
  chosen: readonly ChosenValue[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<VariantSource | null> => {
  const choices = await choicesOf(product, context);
  return only(variantNearChoice(choices, chosen), choices, requestedFields(info), context);
};

export const outlook = async (
  product: ProductSource,
  chosen: readonly ChosenValue[],
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<readonly OutlookSource[]> => {
  const choices = await choicesOf(product, context);
  const options = outlookOfChoice(choices, chosen);
  const requested = requestedFields(info).get("values")?.get("variant");
  const ids = requested
    ? [...new Set(options.flatMap(({ values }) => values.flatMap(({ variant }) => variant ?? [])))]
    : [];
  const variants = requested
    ? await hydrated(ids, choices, requested, context)
    : new Map<VariantId, VariantSource>();
  return options.map(({ name, values }) => ({
    name,
    values: values.map((value) => ({
      ...value,
      variant: (value.variant && variants.get(value.variant)) ?? null,
    })),
  }));
};

/** A page of the variants of a product by what can be chosen of it; they are read together with all others that are asked for at once. */
export const chosenVariantsOf = async (
  product: ProductSource,
  args: PageArguments,
  filter: ProductVariantFilterInput,
  info: GraphQLResolveInfo,
  context: GraphqlContext,
): Promise<ConnectionSource<VariantSource>> => {
  const [requested, request] = [requestedFields(info), pageRequest(args)];
  const choices = await choicesOf(product, context);
  const conditions = {
    chosen: filter.options ?? undefined,
    available: filter.available ?? undefined,
  };
  const page = choosablePage(choices, conditions, request);
  const variants = wantsPage(requested)
    ? await hydrated(
        page.items.map(({ item }) => item),
        choices,
        nodesOf(requested),
        context,
      )
    : new Map<VariantId, VariantSource>();
  return connectionSource(
    mapPage(page, (id) => variants.get(id)),
    async () => choosableAt(choices, conditions).length,
  );
};

const CHOICES: FieldsOf<ProductView> = new Set(["choices"]);
const NOTHING_TO_CHOOSE: Choices = { options: [], variants: [] };

const choicesOf = async (
  { id, choices }: ProductSource,
  { loaders }: GraphqlContext,
): Promise<Choices> =>
  choices ?? (await loaders.catalog.product(id, CHOICES))?.choices ?? NOTHING_TO_CHOOSE;

const only = async (
  id: VariantId | null,
  choices: Choices,
  requested: Requested,
  context: GraphqlContext,
): Promise<VariantSource | null> =>
  (id && (await hydrated([id], choices, requested, context)).get(id)) ?? null;

const hydrated = async (
  ids: readonly VariantId[],
  { options }: Choices,
  requested: Requested,
  { loaders }: GraphqlContext,
): Promise<ReadonlyMap<VariantId, VariantSource>> => {
  const views = await loaders.catalog.variants(ids, variantFields(requested));
  const variants = await shownVariants(views, requested, loaders.catalog, options);
  return new Map(variants.map((variant) => [variant.id, variant]));
};
