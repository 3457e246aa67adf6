import type { OrderContent } from "./order-content.js";

/** What staff call the buyer: the name in the billing address, or in the first delivery address. */
export const buyerNameOf = ({ billingAddress, deliveryGroups }: OrderContent): string => {
  const address = billingAddress ?? deliveryGroups.find((group) => group.address)?.address;
  if (!address) return "";
  const name = [address.firstName, address.lastName].filter(Boolean).join(" ");
  return name || (address.company ?? "");
};
