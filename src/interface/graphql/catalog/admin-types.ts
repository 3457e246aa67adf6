import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type {
  CollectionView,
  ProductRevision,
  ProductView,
} from "../../../application/catalog/ports.js";
import type { CollectionKind } from "../../../domain/catalog/collection.js";
import type { CollectionRules } from "../../../domain/catalog/collection-rules.js";
import type { ProductStatus } from "../../../domain/catalog/product.js";
import type { Publication } from "../../../domain/catalog/publication.js";
import { SOLD_OUT_POLICIES, type SoldOutPolicy } from "../../../domain/catalog/variant.js";
import { connectionOf, type ConnectionSource } from "../connection.js";
import { enumOf } from "../enum-of.js";
import { MoneyType, type MoneySource } from "../money.js";
import { CollectionFields, type CollectionSource } from "./collection-fields.js";
import { CollectionKinds, CollectionRulesType } from "./collections/collection-rule-types.js";
import { ProductRevisionConnection } from "./products/history-types.js";
import { ProductStatuses } from "./inputs.js";
import { MediaConnection, type MediaSource } from "./media-type.js";
import { ProductFields, type ProductSource } from "./product-fields.js";
import {
  CollectionTranslationType,
  ProductTranslationType,
} from "./translations/translation-types.js";
import type { VariantSource } from "./shown-variants.js";
import { VariantFields } from "./variant-fields.js";

export const SoldOutPolicies = enumOf(SOLD_OUT_POLICIES);
registerEnumType(SoldOutPolicies, {
  name: "SoldOutPolicy",
  description: "What happens when the stock of a variant is used up.",
  valuesConfig: {
    DENY: { description: "It can no longer be bought." },
    CONTINUE: { description: "It is sold on, and delivered later." },
  },
});

@ObjectType("Publication", { simpleResolvers: true, description: "When the shop shows something." })
export class PublicationType {
  @Field(() => GraphQLDateTime, { description: "From this moment on." })
  readonly from!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Until this moment, exclusive. Null: without end.",
  })
  readonly until!: Date | null;
}

@ObjectType("Product", {
  simpleResolvers: true,
  description: "What is described and, in its variants, sold.",
})
export class AdminProduct extends ProductFields {
  @Field(() => ProductStatuses, { description: "Where the product stands in its life." })
  readonly status!: ProductStatus;

  @Field(() => PublicationType, {
    nullable: true,
    description: "When the shop shows the product, provided that it is active. Null: never.",
  })
  readonly publication!: Publication | null;

  @Field(() => Int, {
    description: "Grows with each change; send it along to change only what you have seen.",
  })
  readonly version!: number;

  @Field(() => AdminVariantConnection, {
    description: "What can be bought: one variant for each combination of options, in order.",
  })
  readonly variants!: ConnectionSource<VariantSource>;

  @Field(() => MediaConnection, { description: "All images, in order." })
  readonly media!: ConnectionSource<MediaSource>;

  @Field(() => AdminCollectionConnection, {
    description: "The collections that the product stands in, by title.",
  })
  readonly collections!: ConnectionSource<CollectionSource>;

  @Field(() => [ProductTranslationType], {
    description:
      "Its texts in other languages, in order of their tags, and what is missing there. In a language that is not listed nothing is translated.",
  })
  readonly translations!: ProductView["translations"];

  @Field(() => ProductRevisionConnection, {
    description: "Who changed what of the product, newest first.",
  })
  readonly history!: ConnectionSource<ProductRevision>;

  @Field(() => [String], {
    description:
      "The slugs that the product once had, oldest first. `product(by: { slug })` still finds it by them.",
  })
  readonly oldSlugs!: readonly string[];
}

@ObjectType("Variant", {
  simpleResolvers: true,
  description: "One combination of option values of a product: what goes into the cart.",
})
export class AdminVariant extends VariantFields {
  @Field(() => MoneyType, {
    nullable: true,
    description: "What it costs the merchant. Null when nobody has said.",
  })
  readonly cost!: MoneySource | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The units on the shelf, those promised to buyers included. Null where stock is not known.",
  })
  readonly onHand!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Grows with each change of its stock; send it along to change only what you have seen. Null where no stock is kept.",
  })
  readonly stockVersion!: number | null;

  @Field(() => Boolean, { description: "Whether its stock is counted." })
  readonly tracked!: boolean;

  @Field(() => SoldOutPolicies, { description: "What happens when its stock is used up." })
  readonly soldOutPolicy!: SoldOutPolicy;

  @Field(() => Boolean, { description: "Whether tax is charged on it." })
  readonly taxable!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "How a tax service knows it. Null when nobody has said.",
  })
  readonly taxCode!: string | null;

  @Field(() => AdminProduct, {
    nullable: true,
    description: "The product that this is a variant of. Null once it is deleted.",
  })
  readonly product!: ProductSource | null;
}

@ObjectType("Collection", {
  simpleResolvers: true,
  description: "A group of products, chosen by hand or by rules. It may stand below another one.",
})
export class AdminCollection extends CollectionFields {
  @Field(() => CollectionKinds, { description: "Who decides which products stand in it." })
  readonly kind!: CollectionKind;

  @Field(() => CollectionRulesType, {
    nullable: true,
    description: "Which products an automated collection holds. Null for a manual one.",
  })
  readonly rules!: CollectionRules | null;

  @Field(() => Boolean, {
    description:
      "Whether its products are still being found by rules that are new: until then some are missing, and some stand in it that will leave. Products that change later come and go within seconds, and that is not told here.",
  })
  readonly evaluating!: boolean;

  @Field(() => PublicationType, {
    nullable: true,
    description: "When the shop shows the collection. Null: never.",
  })
  readonly publication!: Publication | null;

  @Field(() => Int, {
    description: "Grows with each change; send it along to change only what you have seen.",
  })
  readonly version!: number;

  @Field(() => AdminProductConnection, {
    description:
      "The products of the collection, in its `sortOrder`. To filter and sort them, ask `products(filter: { collection })`.",
  })
  readonly products!: ConnectionSource<ProductSource>;

  @Field(() => [CollectionTranslationType], {
    description: "Its texts in other languages, in order of their tags, and what is missing there.",
  })
  readonly translations!: CollectionView["translations"];
}

export const { Connection: AdminProductConnection } = connectionOf(
  "Product",
  "products",
  () => AdminProduct,
);
export const { Connection: AdminVariantConnection } = connectionOf(
  "Variant",
  "variants",
  () => AdminVariant,
);
export const { Connection: AdminCollectionConnection } = connectionOf(
  "Collection",
  "collections",
  () => AdminCollection,
);
