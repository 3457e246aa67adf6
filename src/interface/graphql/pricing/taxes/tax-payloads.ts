import { Ctx, Field, ObjectType, Resolver, Root } from "type-graphql";
import type {
  TaxCategoryView,
  TaxZoneView,
} from "../../../../application/pricing/ports/tax-reads.js";
import type { TaxCategoryEdited } from "../../../../application/pricing/taxes/tax-category-create.js";
import type { TaxRateEdited } from "../../../../application/pricing/taxes/tax-rate-create.js";
import type { TaxZoneEdited } from "../../../../application/pricing/taxes/tax-zone-create.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { deletePayload } from "../../mutation/delete-payload.js";
import { Payload } from "../../mutation/payload.js";
import type { MutationResult } from "../../mutation/run-mutation.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadTaxCategory } from "./load-tax-category.js";
import { loadTaxRate } from "./load-tax-rate.js";
import { loadTaxZone } from "./load-tax-zone.js";
import type { TaxRateSource } from "./present-tax-rate.js";
import { TaxCategoryType } from "./tax-category-type.js";
import { TaxRateType } from "./tax-rate-type.js";
import { TaxZoneType } from "./tax-zone-type.js";

@ObjectType({ simpleResolvers: true, description: "Result of a change to a tax category." })
export class TaxCategoryPayload extends Payload {
  @Field(() => TaxCategoryType, {
    nullable: true,
    description:
      "The tax category after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly taxCategory!: TaxCategoryView | null;
}

@Resolver(() => TaxCategoryPayload)
class TaxCategoryPayloadResolver {
  @FieldResolver()
  taxCategory(
    @Root() { result }: MutationResult<TaxCategoryEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxCategoryView | null> | null {
    return result && loadTaxCategory(context, result.taxCategoryId);
  }
}

@ObjectType({ simpleResolvers: true, description: "Result of a change to a tax zone." })
export class TaxZonePayload extends Payload {
  @Field(() => TaxZoneType, {
    nullable: true,
    description:
      "The tax zone after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly taxZone!: TaxZoneView | null;
}

@Resolver(() => TaxZonePayload)
class TaxZonePayloadResolver {
  @FieldResolver()
  taxZone(
    @Root() { result }: MutationResult<TaxZoneEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxZoneView | null> | null {
    return result && loadTaxZone(context, result.taxZoneId);
  }
}

@ObjectType({ simpleResolvers: true, description: "Result of a change to a tax rate." })
export class TaxRatePayload extends Payload {
  @Field(() => TaxRateType, {
    nullable: true,
    description:
      "The tax rate after the change. Null when the change was refused, and for a dry run of a creation.",
  })
  readonly taxRate!: TaxRateSource | null;
}

@Resolver(() => TaxRatePayload)
class TaxRatePayloadResolver {
  @FieldResolver()
  taxRate(
    @Root() { result }: MutationResult<TaxRateEdited>,
    @Ctx() context: GraphqlContext,
  ): Promise<TaxRateSource | null> | null {
    return result && loadTaxRate(context, result.taxRateId);
  }
}

const ID_DESCRIPTION = "The id that was deleted. Null when the deletion was refused.";
const category = deletePayload("TaxCategoryDeletePayload", "deletedTaxCategoryId", {
  payload: "Result of deleting a tax category.",
  id: ID_DESCRIPTION,
});
const zone = deletePayload("TaxZoneDeletePayload", "deletedTaxZoneId", {
  payload: "Result of deleting a tax zone.",
  id: ID_DESCRIPTION,
});
const rate = deletePayload("TaxRateDeletePayload", "deletedTaxRateId", {
  payload: "Result of deleting a tax rate.",
  id: ID_DESCRIPTION,
});
export const TaxCategoryDeletePayload = category.DeletePayload;
export const TaxZoneDeletePayload = zone.DeletePayload;
export const TaxRateDeletePayload = rate.DeletePayload;

export const taxPayloadResolvers = [
  TaxCategoryPayloadResolver,
  TaxZonePayloadResolver,
  TaxRatePayloadResolver,
  category.DeletePayloadResolver,
  zone.DeletePayloadResolver,
  rate.DeletePayloadResolver,
] as const;
