import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Field, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductView, Selected } from "../../../application/catalog/ports.js";
import type { Media } from "../../../domain/catalog/media.js";
import type { Metafield } from "../../../domain/catalog/metafield.js";
import { FieldResolver } from "../field-resolver.js";
import { PriceRange, shownMoney } from "../money.js";
import { Node } from "../node.js";
import { MediaType } from "./media-type.js";
import { plainText } from "./plain-text.js";
import { MetafieldObject, OptionType, Seo } from "./value-types.js";

export type ProductSource = Selected<ProductView>;

/** What the shop and its staff both see of a product. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class ProductFields extends Node {
  @Field(() => String, {
    description:
      "The product's part of an address: `/products/{slug}`. Unique, and may hold letters of any script.",
  })
  readonly slug!: string;

  @Field(() => String, { description: "What the product is called." })
  readonly title!: string;

  @Field(() => String, {
    description:
      "The description as HTML, exactly as the merchant entered it: sanitise it before you put it into a page.",
  })
  readonly descriptionHtml!: string;

  @Field(() => String, { description: "The description as plain text in one line." })
  readonly description!: string;

  @Field(() => String, { description: "Who makes the product. May be empty." })
  readonly vendor!: string;

  @Field(() => String, {
    description: "The merchant's own kind of product, such as `Mug`. May be empty.",
  })
  readonly productType!: string;

  @Field(() => String, {
    description: "A path in a public taxonomy, such as `Home & Garden > Kitchen`. May be empty.",
  })
  readonly category!: string;

  @Field(() => [String], { description: "Words that the merchant has put on the product." })
  readonly tags!: readonly string[];

  @Field(() => Boolean, { description: "Whether this is a gift card." })
  readonly giftCard!: boolean;

  @Field(() => [OptionType], {
    description: "What buyers choose by, in order. Each variant has one value of each.",
  })
  readonly options!: readonly OptionType[];

  @Field(() => MediaType, {
    nullable: true,
    description: "The first image, for lists. Null when there is none.",
  })
  readonly featuredImage!: Media | null;

  @Field(() => PriceRange, {
    nullable: true,
    description: "What the variants cost. Null while none has a price.",
  })
  readonly priceRange!: PriceRange | null;

  @Field(() => Boolean, { description: "Whether at least one variant can be bought now." })
  readonly available!: boolean;

  @Field(() => Boolean, {
    description: "Whether at least one variant costs less than its crossed-out price.",
  })
  readonly onSale!: boolean;

  @Field(() => Seo, { description: "What search engines are told." })
  readonly seo!: Seo;

  @Field(() => [MetafieldObject], { description: "All custom fields." })
  readonly metafields!: readonly Metafield[];

  @Field(() => MetafieldObject, {
    nullable: true,
    description: "One custom field. Null when the product does not have it.",
  })
  readonly metafield!: Metafield | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "From when on the shop shows the product. Null when it is not published.",
  })
  readonly publishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When the product was added." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When the product was last changed." })
  readonly updatedAt!: Date;
}

@Resolver(() => ProductFields)
export class ProductFieldsResolver {
  @FieldResolver()
  description(@Root() { descriptionHtml = "" }: ProductSource): string {
    return plainText(descriptionHtml);
  }

  @FieldResolver()
  featuredImage(@Root() { firstImage = null }: ProductSource): Media | null {
    return firstImage;
  }

  @FieldResolver()
  priceRange(@Root() { priceRange }: ProductSource): PriceRange | null {
    return priceRange ? { min: shownMoney(priceRange.min), max: shownMoney(priceRange.max) } : null;
  }

  @FieldResolver()
  publishedAt(@Root() { publication }: ProductSource): Date | null {
    return publication?.from ?? null;
  }

  @FieldResolver()
  metafield(
    @Root() { metafields = [] }: ProductSource,
    @Arg("namespace", () => String, { description: "The group of the field." }) namespace: string,
    @Arg("key", () => String, { description: "The name of the field within its group." })
    key: string,
  ): Metafield | null {
    return metafields.find((field) => field.namespace === namespace && field.key === key) ?? null;
  }
}
