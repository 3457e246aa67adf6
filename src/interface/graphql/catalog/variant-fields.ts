import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { UnitPriceMeasure } from "../../../domain/catalog/variant.js";
import type { GraphqlContext } from "../context.js";
import { FieldResolver } from "../field-resolver.js";
import { MoneyType, type MoneySource } from "../money.js";
import { Node } from "../node.js";
import { MediaType, type MediaSource } from "./media-type.js";
import { imageOf } from "./relations.js";
import type { VariantSource } from "./shown-variants.js";
import { SelectedOption, UnitPriceMeasureType, Weight } from "./value-types.js";

/** What the shop and its staff both see of a variant. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class VariantFields extends Node {
  @Field(() => String, {
    nullable: true,
    description: "The merchant's number for it, unique in the shop.",
  })
  readonly sku!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of its barcode: EAN, UPC, ISBN.",
  })
  readonly barcode!: string | null;

  @Field(() => [SelectedOption], {
    description: "What this variant is, option by option: size M, colour red.",
  })
  readonly optionValues!: readonly SelectedOption[];

  @Field(() => MoneyType, {
    nullable: true,
    description: "What it costs. Null while no price is set.",
  })
  readonly price!: MoneySource | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "The crossed-out price. Null unless it stands above the price.",
  })
  readonly compareAtPrice!: MoneySource | null;

  @Field(() => Boolean, { description: "Whether it costs less than its crossed-out price." })
  readonly onSale!: boolean;

  @Field(() => Boolean, { description: "Whether it can be bought now." })
  readonly available!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "How many units can be bought now. Null where stock is not counted.",
  })
  readonly stock!: number | null;

  @Field(() => Boolean, {
    description: "Whether it is sent to the buyer, unlike a download or a service.",
  })
  readonly requiresShipping!: boolean;

  @Field(() => Weight, {
    nullable: true,
    description: "What it weighs. Null when nobody has said.",
  })
  readonly weight!: Weight | null;

  @Field(() => UnitPriceMeasureType, {
    nullable: true,
    description: "How its price per unit is worked out, where the law asks for one.",
  })
  readonly unitPriceMeasure!: UnitPriceMeasure | null;

  @Field(() => MediaType, {
    nullable: true,
    description:
      "The image of this very variant. Null when it has none of its own: show the product's.",
  })
  readonly image!: MediaSource | null;
}

@Resolver(() => VariantFields)
export class VariantFieldsResolver {
  @FieldResolver()
  image(
    @Root() variant: VariantSource,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: GraphqlContext,
  ): Promise<MediaSource | null> {
    return imageOf(variant, info, context);
  }
}
