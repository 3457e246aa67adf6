import { data } from "react-router";
import type { Route } from "./+types/address-form";
import { readAddressForm } from "../shop/address-form.server";
import { askerOf } from "../shop/request.server";

/** The form of an address in the country that a buyer has just chosen. The same for everybody. */
export const loader = async (args: Route.LoaderArgs) => {
  const country = new URL(args.request.url).searchParams.get("country") ?? "";
  const form = await readAddressForm(askerOf(args), country);
  return data(form, form === null ? 404 : { headers: { "Cache-Control": "public, max-age=3600" } });
};

/** What is bought changes no form. */
export const shouldRevalidate = (): boolean => false;
