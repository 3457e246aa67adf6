import type { GraphQLResolveInfo } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { ProductRevision } from "../../../../application/catalog/ports.js";
import { pageRequest, type PageArguments } from "../../../../application/shared/page.js";
import type { ProductId } from "../../../../domain/catalog/ids.js";
import type { FieldChange } from "../../../../domain/catalog/product-changes.js";
import {
  connectionOf,
  connectionSource,
  EMPTY_PAGE,
  type ConnectionSource,
} from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { enumOf } from "../../enum-of.js";
import { requestedFields } from "../../requested-fields.js";
import { FieldChangeType } from "./field-change.js";
import { wantsPage } from "../fields-of.js";

const RevisionKinds = enumOf(["CREATED", "UPDATED", "DELETED"]);
registerEnumType(RevisionKinds, {
  name: "ProductRevisionKind",
  description: "What happened to a product.",
  valuesConfig: {
    CREATED: { description: "It was added." },
    UPDATED: { description: "Something about it was changed." },
    DELETED: { description: "It was taken away." },
  },
});

@ObjectType("ProductRevision", {
  simpleResolvers: true,
  description: "One change of a product: who, when, and what.",
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
      "Who asked for it: `admin-key` for the admin API, `operator` for the command line, `scheduler` for what was planned.",
  })
  readonly actor!: string;

  @Field(() => [FieldChangeType], {
    description:
      "What was different afterwards. Of a product that was added or taken away only its names.",
  })
  readonly changes!: readonly FieldChange[];
}

export const { Connection: ProductRevisionConnection } = connectionOf(
  "ProductRevision",
  "changes of a product",
  () => ProductRevisionType,
);

export const historyOf = async (
  id: ProductId,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { loaders }: GraphqlContext,
): Promise<ConnectionSource<ProductRevision>> => {
  const request = pageRequest(args);
  const page = wantsPage(requestedFields(info))
    ? await loaders.staff.historyOf(id, request)
    : EMPTY_PAGE;
  return connectionSource(page, () => loaders.staff.countHistory(id));
};
