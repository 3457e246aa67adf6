import { Ctx, Resolver, Root } from "type-graphql";
import { addressLines } from "../../../domain/shared/addresses/address-lines.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { countryName } from "./country-names.js";
import { PostalAddressType } from "./postal-address-type.js";

@Resolver(() => PostalAddressType)
export class PostalAddressResolver {
  @FieldResolver(() => [String], {
    description:
      "As it is read on a letter, a line each: name and company, the rest in the order of the country, and the country in the language of the response. without the phone number. At most 7.",
  })
  formatted(
    @Root() address: PostalAddressType,
    @Ctx() { locale }: GraphqlContext,
  ): readonly string[] {
    return [...addressLines(address), countryName(address.country, locale)];
  }
}
