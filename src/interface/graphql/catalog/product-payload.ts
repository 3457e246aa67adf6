import type { GraphQLResolveInfo } from "graphql";
import { GraphQLJSON } from "graphql-scalars";
import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { ProductEdited } from "../../../application/catalog/edit-product.js";
import type { FieldChange, Told } from "../../../domain/catalog/product-changes.js";
import type { Answered } from "../carry-out.js";
import type { GraphqlContext } from "../context.js";
import { Payload } from "../payload.js";
import { requestedFields } from "../requested-fields.js";
import { AdminProduct } from "./admin-types.js";
import { productFields } from "./fields-of.js";
import type { ProductSource } from "./product-fields.js";

@ObjectType("FieldChange", { simpleResolvers: true, description: "One thing that is different now." })
export class FieldChangeType {
  @Field(() => String, { description: "Where: `title`, `seo.description`, `metafields.care.washing`, `variants.variant_01kadq0h8efr4tmr9bk39h1y0c.sku`." })
  readonly path!: string;

  @Field(() => GraphQLJSON, { nullable: true, description: "The value before. Null for what was not there." })
  readonly before!: Told;

  @Field(() => GraphQLJSON, { nullable: true, description: "The value now. Null for what is gone." })
  readonly after!: Told;
}

@ObjectType({ simpleResolvers: true, description: "What became of a change of one product." })
export class ProductPayload extends Payload {
  @Field(() => AdminProduct, { nullable: true, description: "The product as it is now. Null when the change was refused, and for a product that was only to be tried." })
  readonly product!: ProductSource | null;

  @Field(() => [FieldChangeType], { description: "What changed, or would have changed in a dry run." })
  readonly changes!: readonly FieldChange[];
}

@Resolver(() => ProductPayload)
export class ProductPayloadResolver {
  @FieldResolver()
  product(@Root() { result }: Answered<ProductEdited>, @Info() info: GraphQLResolveInfo, @Ctx() { loaders }: GraphqlContext): Promise<ProductSource | null> | null {
    return result && loaders.catalog.product(result.productId, productFields(requestedFields(info)));
  }

  @FieldResolver()
  changes(@Root() { result }: Answered<ProductEdited>): readonly FieldChange[] {
    return result?.changes ?? [];
  }
}
