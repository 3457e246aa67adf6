import { Arg, Ctx, Query, Resolver } from "type-graphql";
import {
  addressFormat,
  type AddressFormat,
} from "../../../domain/shared/addresses/address-format.js";
import { SUBDIVISION_LANGUAGES } from "../../../domain/shared/addresses/subdivisions.js";
import { countryCode } from "../../../domain/shared/countries.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import { AnswerFor } from "../schema/answer-for.js";
import { OpenToAll } from "../schema/operation.js";
import { AddressFormatType } from "./address-format-type.js";

@Resolver()
export class AddressFormatResolver {
  @AnswerFor("everybody")
  @OpenToAll()
  @Query(() => AddressFormatType, {
    nullable: true,
    description:
      "How the addresses of a country are written: the fields of a form, the postal code and the regions. Null with UNKNOWN_COUNTRY in `errors`.",
  })
  addressFormat(
    @Arg("country", () => String, { description: "ISO 3166-1 alpha-2 code, such as `JP`." })
    country: string,
    @Ctx() { locale }: GraphqlContext,
  ): AddressFormatType {
    const code = withPath(
      () => ["country"],
      () => countryCode(country),
    );
    return present(addressFormat(code), locale);
  }
}

const present = ({ subdivisions, ...format }: AddressFormat, locale: string): AddressFormatType => {
  const isNative = locale.split("-")[0] === SUBDIVISION_LANGUAGES[format.country];
  const { compare } = new Intl.Collator([locale, "en"]);
  const regions = subdivisions.map(({ code, name, nativeName }) => ({
    code,
    name: (isNative ? nativeName : null) ?? name,
  }));
  return {
    ...format,
    // In their own language they have an order of their own, which their codes follow.
    regions: isNative ? regions : regions.toSorted((one, other) => compare(one.name, other.name)),
  };
};
