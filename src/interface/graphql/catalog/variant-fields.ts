import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { Selected, VariantView } from "../../../application/catalog/ports.js";
import { isOnSale } from "../../../domain/catalog/listing.js";
import { isSellable, type UnitPriceMeasure } from "../../../domain/catalog/variant.js";
import type { GraphqlContext } from "../context.js";
import { MoneyType, type MoneySource } from "../money.js";
import { Node } from "../node.js";
import { MediaType, type MediaSource } from "./media-type.js";
import { imageOf, optionNamesOf } from "./relations.js";
import { SelectedOption, UnitPriceMeasureType, Weight } from "./value-types.js";
import { weightIn } from "./weight.js";

export interface VariantSource extends Selected<VariantView> {
  /** The names of the product's options, where the product was read together with its variants. */
  readonly optionNames?: readonly string[];
}

/** What the shop and its staff both see of a variant. */
@ObjectType({ implements: Node, simpleResolvers: true })
export abstract class VariantFields extends Node {
  @Field(() => String, { nullable: true, description: "The merchant's number for it, unique in the shop." })
  readonly sku!: string | null;

  @Field(() => String, { nullable: true, description: "The number of its barcode: EAN, UPC, ISBN." })
  readonly barcode!: string | null;

  @Field(() => [SelectedOption], { description: "What this variant is, option by option: size M, colour red." })
  readonly optionValues!: readonly SelectedOption[];

  @Field(() => MoneyType, { nullable: true, description: "What it costs. Null while no price is set." })
  readonly price!: MoneySource | null;

  @Field(() => MoneyType, { nullable: true, description: "The crossed-out price. Null unless it stands above the price." })
  readonly compareAtPrice!: MoneySource | null;

  @Field(() => Boolean, { description: "Whether it costs less than its crossed-out price." })
  readonly onSale!: boolean;

  @Field(() => Boolean, { description: "Whether it can be bought now." })
  readonly available!: boolean;

  @Field(() => Int, { nullable: true, description: "How many units can be bought now. Null where stock is not counted." })
  readonly stock!: number | null;

  @Field(() => Boolean, { description: "Whether it is sent to the buyer, unlike a download or a service." })
  readonly requiresShipping!: boolean;

  @Field(() => Weight, { nullable: true, description: "What it weighs. Null when nobody has said." })
  readonly weight!: Weight | null;

  @Field(() => UnitPriceMeasureType, { nullable: true, description: "How its price per unit is worked out, where the law asks for one." })
  readonly unitPriceMeasure!: UnitPriceMeasure | null;

  @Field(() => MediaType, { nullable: true, description: "The image of this very variant. Null when it has none of its own: show the product's." })
  readonly image!: MediaSource | null;
}

@Resolver(() => VariantFields)
export class VariantFieldsResolver {
  @FieldResolver()
  async price(@Root() { id }: VariantSource, @Ctx() { loaders }: GraphqlContext): Promise<MoneySource | null> {
    return (await loaders.catalog.offer(id, ["price"])).price;
  }

  @FieldResolver()
  async compareAtPrice(@Root() { id }: VariantSource, @Ctx() { loaders }: GraphqlContext): Promise<MoneySource | null> {
    const offer = await loaders.catalog.offer(id, ["price", "compareAt"]);
    return isOnSale(offer) ? offer.compareAt : null;
  }

  @FieldResolver()
  async onSale(@Root() { id }: VariantSource, @Ctx() { loaders }: GraphqlContext): Promise<boolean> {
    return isOnSale(await loaders.catalog.offer(id, ["price", "compareAt"]));
  }

  @FieldResolver()
  async available(@Root() { id, tracked = true, soldOutPolicy = "DENY" }: VariantSource, @Ctx() { loaders }: GraphqlContext): Promise<boolean> {
    return isSellable({ tracked, soldOutPolicy }, (await loaders.catalog.offer(id, ["available"])).available);
  }

  @FieldResolver()
  async stock(@Root() { id, tracked }: VariantSource, @Ctx() { loaders }: GraphqlContext): Promise<number | null> {
    return tracked ? Math.max((await loaders.catalog.offer(id, ["available"])).available ?? 0, 0) : null;
  }

  @FieldResolver()
  weight(@Root() { weightMilligrams, weightUnit = "GRAMS" }: VariantSource): Weight | null {
    return weightMilligrams == null ? null : weightIn(weightUnit, weightMilligrams);
  }

  @FieldResolver()
  async optionValues(@Root() variant: VariantSource, @Ctx() { loaders }: GraphqlContext): Promise<SelectedOption[]> {
    const names = await optionNamesOf(variant, loaders.catalog);
    return (variant.optionValues ?? []).map((value, axis) => ({ name: names[axis] ?? "", value }));
  }

  @FieldResolver()
  image(@Root() variant: VariantSource, @Info() info: GraphQLResolveInfo, @Ctx() context: GraphqlContext): Promise<MediaSource | null> {
    return imageOf(variant, info, context);
  }
}
