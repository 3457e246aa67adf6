import { AddressFormDocument, type AddressFormFragment } from "../gql/graphql";
import { ask, type Asker } from "./ask.server";

/** How addresses are written in a country. Null for none, and for what is no country. */
export const readAddressForm = async (
  asker: Asker,
  country: string | undefined,
): Promise<AddressFormFragment | null> =>
  country === undefined || country === ""
    ? null
    : ((await ask(asker, AddressFormDocument, { country: country.slice(0, 10) })).data
        .addressFormat ?? null);
