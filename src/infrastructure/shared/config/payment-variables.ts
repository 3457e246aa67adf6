/** The variables of payment gateways. */
export const PAYMENT_VARIABLES = [
  {
    name: "PLINTH_PAYMENTS_SANDBOX",
    about:
      "`on`, `off`, or the address of a sandbox gateway on this machine. On in development unless set: the server begins one, with its ledger in the data folder. Refused in production.",
    fallback: null,
    example: "http://127.0.0.1:4010",
  },
  {
    name: "PLINTH_PAYMENTS_SANDBOX_SECRET",
    about:
      "What a sandbox gateway that runs by itself (`plinth sandbox`) shares with its shops, at least 32 random characters.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_STRIPE_SECRET_KEY",
    about:
      "Secret key of Stripe. Keys that move real money (`sk_live_`) are refused in development.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_STRIPE_WEBHOOK_SECRET",
    about: "Secret with which Stripe signs its webhooks. Required with `PLINTH_STRIPE_SECRET_KEY`.",
    fallback: null,
    secret: true,
  },
] as const;
