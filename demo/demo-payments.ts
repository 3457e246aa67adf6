import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";

const METHOD = {
  key: "demo-card",
  name: "Card (test)",
  instructions: "No money moves.",
  translations: [{ locale: "de", name: "Karte (Test)", instructions: "Es wird kein Geld bewegt." }],
  gateway: "sandbox",
  position: 0,
};

/** A payment method of the sandbox gateway, which a development server runs. */
export const demoPayments = ({ payments }: Pick<App, "payments">) => {
  const known = async () =>
    (await payments.admin.methodsByKey([METHOD.key], OPERATOR)).get(METHOD.key);

  return {
    /** Creates it when it is missing. */
    open: async (): Promise<void> => {
      if (!(await known()))
        accepted(await payments.paymentMethodCreate({ method: METHOD }, OPERATOR));
    },

    /** Deletes it. Orders keep its key. */
    close: async (): Promise<void> => {
      const method = await known();
      if (method) accepted(await payments.paymentMethodDelete({ id: method.id }, OPERATOR));
    },
  };
};
