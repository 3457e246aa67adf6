/** The variables of mails to buyers. */
export const MAIL_VARIABLES = [
  {
    name: "PLINTH_SMTP_URL",
    about:
      "Mail server that sends mails to buyers. Mails are written as files into the data folder unless set.",
    fallback: null,
    example: "smtp://user:password@smtp.example.com:587",
    secret: true,
  },
  {
    name: "PLINTH_SMTP_TLS",
    about:
      "`on` or `off`: whether the connection to the mail server is encrypted (STARTTLS) and verified. On unless it runs on this machine; always with `smtps://`.",
    fallback: null,
    example: "on",
  },
  {
    name: "PLINTH_SMTP_TLS_CA",
    about:
      "Certificate authority (PEM) of the certificate of the mail server, when it is not a public one.",
    fallback: null,
    secret: true,
  },
  {
    name: "PLINTH_MAIL_FROM",
    about:
      "Name of the shop and address that mails are from. Required with `PLINTH_SMTP_URL`; mails end with the name.",
    fallback: null,
    example: "Example Shop <shop@example.com>",
  },
  {
    name: "PLINTH_STOREFRONT_ORDER_URL",
    about:
      "Page of an order at the storefront, for mails, with `{link}` where the secret link of the order belongs. Mails have no link unless set.",
    fallback: null,
    example: "https://www.example.com/order#{link}",
  },
] as const;
