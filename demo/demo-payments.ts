import { isDeepStrictEqual } from "node:util";
import { OPERATOR } from "../src/application/shared/viewer.js";
import type { PaymentMethodContent } from "../src/domain/payments/method-content.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";

const CARD = {
  key: "demo-card",
  name: "Card",
  instructions: "A test payment: no money moves.",
  translations: [
    { locale: "de", name: "Karte", instructions: "Eine Testzahlung: Es wird kein Geld bewegt." },
  ],
  gateway: "sandbox",
  position: 0,
};

type Offer = Pick<PaymentMethodContent, "name" | "instructions" | "translations" | "position">;

/** The texts and the position of the method that every shop has. */
const MANUAL: Offer = { name: "Manual", instructions: "", translations: [], position: 0 };

const TRANSFER: Offer = {
  name: "Bank transfer",
  instructions: "You get our bank details with the order.",
  translations: [
    {
      locale: "de",
      name: "Banküberweisung",
      instructions: "Unsere Bankverbindung erhalten Sie mit der Bestellung.",
    },
  ],
  position: 1,
};

/** How buyers pay: a card of the sandbox gateway, which a development server runs, and a bank transfer. */
export const demoPayments = ({ payments }: Pick<App, "payments">) => {
  const known = async (key: string) =>
    (await payments.admin.methodsByKey([key], OPERATOR)).get(key);

  /** What a merchant has edited stays. */
  const revise = async (from: Offer, to: Offer): Promise<void> => {
    const method = await known("manual");
    if (!method || !isAs(method, from)) return;
    accepted(
      await payments.paymentMethodUpdate(
        { id: method.id, expectedVersion: method.version, changes: to },
        OPERATOR,
      ),
    );
  };

  return {
    /** Creates the card when it is missing, and offers the manual method after it. */
    open: async (): Promise<void> => {
      if (!(await known(CARD.key)))
        accepted(await payments.paymentMethodCreate({ method: CARD }, OPERATOR));
      await revise(MANUAL, TRANSFER);
    },

    /** Deletes the card, whose key orders keep, and restores the manual method. */
    close: async (): Promise<void> => {
      const card = await known(CARD.key);
      if (card) accepted(await payments.paymentMethodDelete({ id: card.id }, OPERATOR));
      await revise(TRANSFER, MANUAL);
    },
  };
};

const isAs = (method: PaymentMethodContent, texts: Offer): boolean =>
  method.name === texts.name &&
  method.instructions === texts.instructions &&
  method.position === texts.position &&
  isDeepStrictEqual(method.translations, texts.translations);
