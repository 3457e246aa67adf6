import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { Selected } from "../../../../application/catalog/ports/audience.js";
import type { ProductView } from "../../../../application/catalog/ports/product-view.js";
import type { Media } from "../../../../domain/catalog/images/media.js";
import type { ProductProperties } from "../../../../domain/catalog/products/product-content.js";
import { MediaType } from "../../media/media-type.js";
import { PriceRange } from "../../money/money-type.js";
import { TaxedPriceRangeType } from "../../pricing/taxed-prices/taxed-price-type.js";
import { Cost } from "../../schema/cost.js";
import { Node } from "../../schema/node.js";
import { Seo } from "../seo/seo.js";

/** The fields of a product in both APIs. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class ProductFields extends Node implements ProductProperties {
  @Field(() => String, {
    description: "The URL segment: `/products/{slug}`. Unique; letters of any script are allowed.",
  })
  readonly slug!: string;

  @Field(() => String, { description: "What the product is called." })
  readonly title!: string;

  @Cost({ own: 5 })
  @Field(() => String, {
    description:
      "The description as HTML, exactly as the merchant entered it. Sanitise it before you render it.",
  })
  readonly descriptionHtml!: string;

  @Cost({ own: 7 })
  @Field(() => String, { description: "The description as plain text, on one line." })
  readonly description!: string;

  @Field(() => String, { description: "The vendor or brand. May be empty." })
  readonly vendor!: string;

  @Field(() => String, {
    description: "The merchant's product type, such as `Mug`. May be empty.",
  })
  readonly productType!: string;

  @Field(() => String, {
    description: "Path in a public taxonomy, such as `Home & Garden > Kitchen`. May be empty.",
  })
  readonly category!: string;

  @Field(() => [String], { description: "The merchant's tags." })
  readonly tags!: readonly string[];

  @Field(() => Boolean, { description: "Whether this is a gift card." })
  readonly giftCard!: boolean;

  @Field(() => MediaType, {
    nullable: true,
    description: "The first image, for lists. Null when there is none.",
  })
  readonly featuredImage!: Media | null;

  @Cost({ own: 1 })
  @Field(() => PriceRange, {
    nullable: true,
    description: "The range of the variants' prices. Null when none has a price.",
  })
  readonly priceRange!: PriceRange | null;

  @Cost({ own: 3 })
  @Field(() => TaxedPriceRangeType, {
    nullable: true,
    description:
      "The range of the variants' prices with tax and without. Null when none has a price.",
  })
  readonly taxedPriceRange!: TaxedPriceRangeType | null;

  @Field(() => Boolean, { description: "Whether at least one variant can be bought now." })
  readonly available!: boolean;

  @Field(() => Boolean, {
    description: "Whether at least one variant costs less than its compare-at price.",
  })
  readonly onSale!: boolean;

  @Cost({ own: 1 })
  @Field(() => PriceRange, {
    nullable: true,
    description:
      "The range of the compare-at prices of the variants that are on sale: what the card of a product crosses out. Null when none is.",
  })
  readonly compareAtPriceRange!: PriceRange | null;

  @Field(() => Seo, { description: "Title and description for search engines." })
  readonly seo!: Seo;

  @Cost({ own: 0.5 })
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Start of the publication. Null when the product is not published.",
  })
  readonly publishedAt!: Date | null;

  @Cost({ own: 0.5 })
  @Field(() => GraphQLDateTime, { description: "When the product was created." })
  readonly createdAt!: Date;

  @Cost({ own: 0.5 })
  @Field(() => GraphQLDateTime, { description: "When the product was last changed." })
  readonly updatedAt!: Date;
}

export type ProductSource = Selected<ProductView>;
