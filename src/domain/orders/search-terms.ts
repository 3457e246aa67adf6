import type { PostalAddress } from "../shared/postal-address.js";
import { fold, shortened } from "../shared/text.js";
import type { OrderContent } from "./order-content.js";

export const LONGEST_TERM = 64;

/** The words by which staff find an order: its number, the e-mail address, names, SKUs. */
export const searchTermsOf = (number: string, content: OrderContent): readonly string[] => {
  const { buyer, billingAddress, deliveryGroups, lines } = content;
  const addresses = [billingAddress, ...deliveryGroups.map(({ address }) => address)];
  return [
    ...new Set([
      number,
      ...wordsOf(buyer.email),
      ...addresses.flatMap((address) => (address ? namesOf(address) : [])),
      ...lines.flatMap(({ sku }) => (sku === null ? [] : wordsOf(sku))),
    ]),
  ];
};

/** The words of a text as they are compared: without accents and case. */
export const wordsOf = (raw: string): readonly string[] =>
  fold(raw)
    .split(" ")
    .map((word) => shortened(word, LONGEST_TERM))
    .filter((word) => word !== "");

const namesOf = ({ firstName, lastName, company }: PostalAddress): readonly string[] =>
  [firstName, lastName, company].flatMap((name) => (name === null ? [] : wordsOf(name)));
