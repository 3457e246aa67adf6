import { Resolver, Root } from "type-graphql";
import { plainText } from "../../../../domain/shared/plain-text.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { CollectionFields, type CollectionSource } from "./collection-fields.js";

@Resolver(() => CollectionFields)
export class CollectionFieldsResolver {
  @FieldResolver()
  description(@Root() { descriptionHtml = "" }: CollectionSource): string {
    return plainText(descriptionHtml);
  }

  @FieldResolver()
  publishedAt(@Root() { publication }: CollectionSource): Date | null {
    return publication?.from ?? null;
  }
}
