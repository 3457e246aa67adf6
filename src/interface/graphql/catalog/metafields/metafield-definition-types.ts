import type { GraphQLResolveInfo } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { Ctx, Field, ID, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import type {
  CreateMetafieldDefinition,
  MetafieldDefinitionEdited,
} from "../../../../application/catalog/metafields/create-metafield-definition.js";
import type { MetafieldDefinitionView, Selected } from "../../../../application/catalog/ports.js";
import type { MetafieldDefinitionId } from "../../../../domain/catalog/ids.js";
import type { Answered } from "../../carry-out.js";
import { connectionOf } from "../../connection.js";
import type { GraphqlContext } from "../../context.js";
import { FieldResolver } from "../../field-resolver.js";
import { Node } from "../../node.js";
import { Payload } from "../../payload.js";
import { requestedFields } from "../../requested-fields.js";
import { metafieldDefinitionFields } from "../fields-of.js";
import { MetafieldDefinitionTranslationType } from "../translations/translation-types.js";
import { MetafieldTypes } from "../value-types.js";

export type MetafieldDefinitionSource = Selected<MetafieldDefinitionView>;

@ObjectType("MetafieldDefinition", {
  implements: Node,
  simpleResolvers: true,
  description: "A custom field that products may carry.",
})
export class MetafieldDefinitionType extends Node {
  @Field(() => String, { description: "The group of the field, such as `care`." })
  readonly namespace!: string;

  @Field(() => String, {
    description: "The name of the field within its group, such as `washing`.",
  })
  readonly key!: string;

  @Field(() => MetafieldTypes, { description: "What its values are." })
  readonly type!: CreateMetafieldDefinition["definition"]["type"];

  @Field(() => String, { description: "What forms call it." })
  readonly name!: string;

  @Field(() => String, { description: "What it is for. May be empty." })
  readonly description!: string;

  @Field(() => Int, {
    description: "How many products carry it. While there are any, it cannot be deleted.",
  })
  readonly usedBy!: number;

  @Field(() => Int, {
    description: "Grows with each change; send it along to change only what you have seen.",
  })
  readonly version!: number;

  @Field(() => GraphQLDateTime, { description: "When it was declared." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;

  @Field(() => [MetafieldDefinitionTranslationType], {
    description:
      "What it is called in other languages, in order of their tags, and what is missing there.",
  })
  readonly translations!: MetafieldDefinitionView["translations"];
}

export const { Connection: MetafieldDefinitionConnection } = connectionOf(
  "MetafieldDefinition",
  "definitions of custom fields",
  () => MetafieldDefinitionType,
);

@Resolver(() => MetafieldDefinitionType)
export class MetafieldDefinitionResolver {
  @FieldResolver()
  usedBy(
    @Root() { id }: MetafieldDefinitionSource,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<number> {
    return loaders.staff.countMetafieldUses(id);
  }
}

@ObjectType({ simpleResolvers: true, description: "What became of a change of a definition." })
export class MetafieldDefinitionPayload extends Payload {
  @Field(() => MetafieldDefinitionType, {
    nullable: true,
    description:
      "The definition as it is now. Null when the change was refused, and for one that was only to be tried.",
  })
  readonly metafieldDefinition!: MetafieldDefinitionSource | null;
}

@Resolver(() => MetafieldDefinitionPayload)
export class MetafieldDefinitionPayloadResolver {
  @FieldResolver()
  metafieldDefinition(
    @Root() { result }: Answered<MetafieldDefinitionEdited>,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<MetafieldDefinitionSource | null> | null {
    return (
      result &&
      loaders.staff.metafieldDefinition(
        result.metafieldDefinitionId,
        metafieldDefinitionFields(requestedFields(info)),
      )
    );
  }
}

@ObjectType({ simpleResolvers: true, description: "What became of the deletion of a definition." })
export class MetafieldDefinitionDeletePayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: "The id that is gone. Null when the deletion was refused.",
  })
  readonly deletedMetafieldDefinitionId!: string | null;
}

@Resolver(() => MetafieldDefinitionDeletePayload)
export class MetafieldDefinitionDeletePayloadResolver {
  @FieldResolver()
  deletedMetafieldDefinitionId(
    @Root() { result }: Answered<{ readonly deletedMetafieldDefinitionId: MetafieldDefinitionId }>,
  ): string | null {
    return result?.deletedMetafieldDefinitionId ?? null;
  }
}
