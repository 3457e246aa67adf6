import type { ProductFilterRequest } from "../../../../application/catalog/reading/read-catalog.js";
import { localeTag } from "../../../../domain/shared/locale-tag.js";
import { storableTime } from "../../../../domain/shared/storable-time.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { CollectionSource } from "../collections/collection-fields.js";
import type { AdminProductFilterInput, PeriodInput } from "./admin-product-filter-input.js";
import { commonFilter } from "./common-filter.js";

/** The filter of a list of products, as the application expects it. @throws InvalidAmount */
export const productFilter = (
  filter: AdminProductFilterInput,
  collection: CollectionSource | undefined,
  context: GraphqlContext,
): ProductFilterRequest => {
  const { statuses, text } = filter;
  return {
    ...commonFilter(filter, context.shoppingContext?.currency ?? ""),
    ...(collection && { collection: collection.id }),
    ...(statuses && { statuses }),
    ...(text && { text }),
    ...backOfficeFilter(filter),
  };
};

/** The conditions that only staff can give. */
const backOfficeFilter = ({
  created,
  updated,
  publication,
  priced,
  pictured,
  sku,
  barcode,
  untranslatedIn,
}: AdminProductFilterInput): ProductFilterRequest => ({
  ...(created && { created: period(created) }),
  ...(updated && { updated: period(updated) }),
  ...(publication && { publication }),
  ...(priced != null && { priced }),
  ...(pictured != null && { pictured }),
  ...(sku != null && { sku }),
  ...(barcode != null && { barcode }),
  ...(untranslatedIn != null && { untranslatedIn: localeTag(untranslatedIn) }),
});

const period = ({ from, until }: PeriodInput) => ({
  ...(from && { from: storableTime(from) }),
  ...(until && { until: storableTime(until) }),
});
