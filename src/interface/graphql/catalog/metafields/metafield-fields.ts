import { Field, ID, ObjectType } from "type-graphql";
import type { Metafield } from "../../../../domain/catalog/metafields/metafield.js";
import type { MetafieldType } from "../../../../domain/catalog/metafields/metafield-type.js";
import { MetafieldTypes } from "./metafield-types.js";

/** The fields of a custom field in both APIs. */
@ObjectType({ simpleResolvers: true })
export abstract class MetafieldFields {
  @Field(() => ID, {
    description:
      "An id for caches, made of the owner's id and the field's name. `node(id:)` does not know it.",
  })
  readonly id!: string;

  @Field(() => String, { description: "The namespace, such as `care`." })
  readonly namespace!: string;

  @Field(() => String, {
    description: "The key within the namespace, such as `washing`.",
  })
  readonly key!: string;

  @Field(() => MetafieldTypes, { description: "The type of the value." })
  readonly type!: MetafieldType;

  @Field(() => String, { description: "The value as text, in the format of its type." })
  readonly value!: string;
}

/** A custom field with the id of what has it. */
export interface MetafieldSource extends Metafield {
  readonly ownerId: string;
}
