import { InvalidPaymentToken } from "./errors.js";

const TOKEN = /^[\x21-\x7e]{1,2048}$/;
const CARD_NUMBER = /^(?:\d[ -]?){12,19}$/;

/**
 * What the storefront got from the gateway for a buyer.
 * @throws InvalidPaymentToken, also for what looks like the number of a card: none may be stored
 */
export const checkedToken = (raw: string): string => {
  if (CARD_NUMBER.test(raw))
    throw new InvalidPaymentToken(
      "This looks like the number of a card. Send the token that the gateway made of it.",
    );
  if (!TOKEN.test(raw))
    throw new InvalidPaymentToken("A token has 1 to 2,048 letters, digits and signs.");
  return raw;
};
