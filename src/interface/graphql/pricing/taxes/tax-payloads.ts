import type { TaxCategoryEdited } from "../../../../application/pricing/taxes/tax-category-create.js";
import type { TaxRateEdited } from "../../../../application/pricing/taxes/tax-rate-create.js";
import type { TaxZoneEdited } from "../../../../application/pricing/taxes/tax-zone-create.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { bulkPayloadOf } from "../../mutation/bulk-payload-of.js";
import { payloadsOf } from "../../mutation/payloads-of.js";
import { loadTaxCategory } from "./load-tax-category.js";
import { loadTaxRate } from "./load-tax-rate.js";
import { loadTaxZone } from "./load-tax-zone.js";
import { TaxCategoryType } from "./tax-category-type.js";
import { TaxRateType } from "./tax-rate-type.js";
import { TaxZoneType } from "./tax-zone-type.js";

const rate = {
  field: "taxRate",
  thing: "tax rate",
  type: () => TaxRateType,
  load: (context: GraphqlContext, { taxRateId }: TaxRateEdited) => loadTaxRate(context, taxRateId),
};

export const taxPayloads = {
  category: payloadsOf({
    field: "taxCategory",
    thing: "tax category",
    type: () => TaxCategoryType,
    load: (context, { taxCategoryId }: TaxCategoryEdited) =>
      loadTaxCategory(context, taxCategoryId),
  }),
  zone: payloadsOf({
    field: "taxZone",
    thing: "tax zone",
    type: () => TaxZoneType,
    load: (context, { taxZoneId }: TaxZoneEdited) => loadTaxZone(context, taxZoneId),
  }),
  rate: payloadsOf(rate),
  rates: bulkPayloadOf(rate),
};
