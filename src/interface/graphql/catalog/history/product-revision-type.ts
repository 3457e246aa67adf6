import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { ProductRevision } from "../../../../application/catalog/ports/catalog-stores.js";
import type { FieldChange } from "../../../../domain/catalog/products/field-change.js";
import { connectionOf } from "../../paging/connection-of.js";
import { enumOf } from "../../schema/enum-of.js";
import { Cost } from "../../schema/cost.js";
import { FieldChangeType } from "../products/field-change-type.js";

const RevisionKinds = enumOf(["CREATED", "UPDATED", "DELETED"]);
registerEnumType(RevisionKinds, {
  name: "ProductRevisionKind",
  description: "The kind of a change of a product.",
  valuesConfig: {
    CREATED: { description: "The product was created." },
    UPDATED: { description: "The product was changed." },
    DELETED: { description: "The product was deleted." },
  },
});

@ObjectType("ProductRevision", {
  simpleResolvers: true,
  description: "A change of a product: who, when and what.",
})
export class ProductRevisionType {
  @Field(() => RevisionKinds, { description: "What happened." })
  readonly kind!: ProductRevision["kind"];

  @Field(() => Int, { description: "The version of the product after the change." })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  readonly at!: Date;

  @Field(() => String, {
    description:
      "Who made the change: `admin-key` for the admin API, `operator` for the command line, `scheduler` for scheduled changes.",
  })
  readonly actor!: string;

  @Cost({ own: 5, items: 5 })
  @Field(() => [FieldChangeType], {
    description: "The changed fields. For a created or deleted product only title and slug.",
  })
  readonly changes!: readonly FieldChange[];
}

export const { Connection: ProductRevisionConnection } = connectionOf(
  "ProductRevision",
  "changes of a product",
  () => ProductRevisionType,
);
