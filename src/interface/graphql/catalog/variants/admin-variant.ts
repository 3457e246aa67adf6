import { Field, Int, ObjectType } from "type-graphql";
import type {
  SoldOutPolicy,
  VariantProperties,
} from "../../../../domain/catalog/variants/variant.js";
import type { MoneySource } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import { connectionOf } from "../../paging/connection-of.js";
import { AdminProduct } from "../products/admin-product.js";
import type { ProductSource } from "../products/product-fields.js";
import { SoldOutPolicies } from "./sold-out-policies.js";
import { VariantFields } from "./variant-fields.js";

@ObjectType("Variant", {
  simpleResolvers: true,
  description:
    "A variant of a product: one combination of option values. This is what goes into the cart.",
})
export class AdminVariant extends VariantFields implements VariantProperties {
  @Field(() => MoneyType, {
    nullable: true,
    description: "What the merchant pays for it. Null when unknown.",
  })
  readonly cost!: MoneySource | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Increases with each change of its own price. Send it as `expectedVersion` of `variantPricesSet`. Null when it has no price.",
  })
  readonly priceVersion!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Units on hand, including units promised to buyers. Null when stock is unknown.",
  })
  readonly onHand!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Increases with each stock change. Send it as `expectedVersion` of a stock mutation. Null when there is no stock record.",
  })
  readonly stockVersion!: number | null;

  @Field(() => Boolean, { description: "Whether its stock is tracked." })
  readonly tracked!: boolean;

  @Field(() => SoldOutPolicies, { description: "What happens when it is out of stock." })
  readonly soldOutPolicy!: SoldOutPolicy;

  @Field(() => Boolean, { description: "Whether it is taxed." })
  readonly taxable!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The key of its tax category, in any case. Null, and a code that is no key: the default tax category.",
  })
  readonly taxCode!: string | null;

  @Field(() => AdminProduct, {
    nullable: true,
    description: "The product. Null after it was deleted.",
  })
  readonly product!: ProductSource | null;
}

export const { Connection: AdminVariantConnection } = connectionOf(
  "Variant",
  "variants",
  () => AdminVariant,
);
