import { Field, ObjectType, registerEnumType } from "type-graphql";
import {
  ADDRESS_LABELS,
  type AddressFieldName,
  type AddressLabel,
} from "../../../domain/shared/addresses/address-labels.js";
import { Cost } from "../schema/cost.js";
import { enumOf } from "../schema/enum-of.js";

const AddressLabels = enumOf(ADDRESS_LABELS);
registerEnumType(AddressLabels, {
  name: "AddressLabel",
  description: "What a field of an address is called in a country.",
  valuesConfig: {
    FIRST_NAME: { description: "First name." },
    LAST_NAME: { description: "Last name." },
    COMPANY: { description: "Company." },
    LINE1: { description: "Street and number." },
    LINE2: { description: "A further line, such as the apartment." },
    CITY: { description: "City." },
    POST_TOWN: { description: "Town or city, as in the United Kingdom." },
    SUBURB: { description: "Suburb, as in Australia." },
    DISTRICT: { description: "District, as in Hong Kong." },
    REGION: { description: "Region." },
    STATE: { description: "State, as in the United States." },
    PROVINCE: { description: "Province, as in Canada." },
    PREFECTURE: { description: "Prefecture, as in Japan." },
    COUNTY: { description: "County, as in Ireland." },
    DEPARTMENT: { description: "Department, as in Colombia." },
    EMIRATE: { description: "Emirate." },
    POSTAL_CODE: { description: "Postal code." },
    POSTCODE: { description: "Postcode, as in the United Kingdom." },
    ZIP_CODE: { description: "ZIP code, as in the United States." },
    PIN_CODE: { description: "PIN code, as in India." },
    EIRCODE: { description: "Eircode, as in Ireland." },
    PHONE: { description: "Phone number." },
  },
});

@ObjectType("AddressField", { simpleResolvers: true, description: "A field of an address." })
class AddressFieldType {
  @Field(() => String, {
    description: "The field of `PostalAddressInput`, such as `postalCode`.",
  })
  readonly name!: AddressFieldName;

  @Field(() => AddressLabels, { description: "What it is called there." })
  readonly label!: AddressLabel;

  @Field(() => Boolean, {
    description:
      "Whether a cart with such an address lacks something without it (`ADDRESS_INCOMPLETE`); for `lastName`, a first name or a company is enough.",
  })
  readonly isRequired!: boolean;
}

@ObjectType("AddressRegion", {
  simpleResolvers: true,
  description: "A state, province or the like that an address names.",
})
class AddressRegionType {
  @Field(() => String, {
    description:
      "The `region` of an address: the part of ISO 3166-2 after the hyphen, such as `QC`.",
  })
  readonly code!: string;

  @Field(() => String, {
    description:
      "The name: that of the country where the response is in its language, otherwise in Latin letters.",
  })
  readonly name!: string;
}

@ObjectType("AddressFormat", {
  simpleResolvers: true,
  description: "How the addresses of a country are written, for forms.",
})
export class AddressFormatType {
  @Field(() => String, { description: "ISO 3166-1 alpha-2 code of the country." })
  readonly country!: string;

  @Cost({ items: 9 })
  @Field(() => [AddressFieldType], {
    description: "The fields in the order of a form, without the country. At most 9.",
  })
  readonly fields!: readonly AddressFieldType[];

  @Field(() => String, {
    nullable: true,
    description:
      "A regular expression for the whole postal code in capital letters. A cart with another one cannot be ordered (`POSTAL_CODE_INVALID`), but may divide it by other spaces and hyphens. Null: any postal code.",
  })
  readonly postalCodePattern!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "A postal code of the country, to show as an example. Null: none is known.",
  })
  readonly postalCodeExample!: string | null;

  @Cost({ items: 40 })
  @Field(() => [AddressRegionType], {
    description:
      "What the field `region` is chosen from; a cart with another one cannot be ordered (`REGION_UNKNOWN`). Empty where addresses name no region. At most 110.",
  })
  readonly regions!: readonly AddressRegionType[];
}
