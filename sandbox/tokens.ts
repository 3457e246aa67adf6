/** What becomes of a payment with a token. */
export interface TestToken {
  readonly name: string;
  /** For people who read the guide. */
  readonly about: string;
  readonly outcome: "SUCCEED" | "DECLINE" | "REQUIRE_ACTION" | "SETTLE_LATER" | "DECLINE_LATER";
  readonly declineCode?: string;
  /**
   * What becomes of the answer once the payment is in the ledger. HANG: the first call gets none.
   * CUT: the connection of the first call is closed. ERROR_500: every call with the key gets one.
   */
  readonly answer?: "HANG" | "CUT" | "ERROR_500";
  readonly refunds?: "SUCCEED_LATER" | "FAIL_LATER";
  readonly isDisputed?: true;
}

/** The tokens that the sandbox knows. They stand for what a storefront gets from a real gateway. */
export const TEST_TOKENS: readonly TestToken[] = [
  { name: "tok_succeed", outcome: "SUCCEED", about: "Held or captured at once." },
  {
    name: "tok_decline_insufficient_funds",
    outcome: "DECLINE",
    declineCode: "insufficient_funds",
    about: "Declined with `insufficient_funds`.",
  },
  {
    name: "tok_decline_card_declined",
    outcome: "DECLINE",
    declineCode: "card_declined",
    about: "Declined with `card_declined`.",
  },
  {
    name: "tok_requires_action",
    outcome: "REQUIRE_ACTION",
    about:
      "The buyer has to approve at the page of the next action, as with 3-D Secure, or declines there.",
  },
  {
    name: "tok_timeout_after_charge",
    outcome: "SUCCEED",
    answer: "HANG",
    about: "Held or captured, but the first call gets no answer. Repeated calls and webhooks tell.",
  },
  {
    name: "tok_cut_after_charge",
    outcome: "SUCCEED",
    answer: "CUT",
    about: "Held or captured, but the connection of the first call is cut.",
  },
  {
    name: "tok_error_500_after_charge",
    outcome: "SUCCEED",
    answer: "ERROR_500",
    about:
      "Held or captured, but answered with an error 500, also when the call is repeated. Look-ups and webhooks tell.",
  },
  {
    name: "tok_settle_later",
    outcome: "SETTLE_LATER",
    about: "Pending, as a bank transfer is, and captured after two days.",
  },
  {
    name: "tok_settle_later_declined",
    outcome: "DECLINE_LATER",
    declineCode: "debit_not_authorised",
    about: "Pending, and declined after two days with `debit_not_authorised`.",
  },
  {
    name: "tok_refund_settles_later",
    outcome: "SUCCEED",
    refunds: "SUCCEED_LATER",
    about: "Succeeds. Refunds are pending for two days.",
  },
  {
    name: "tok_refund_fails_later",
    outcome: "SUCCEED",
    refunds: "FAIL_LATER",
    about: "Succeeds. Refunds are pending for two days, and then fail with `account_closed`.",
  },
  {
    name: "tok_dispute",
    outcome: "SUCCEED",
    isDisputed: true,
    about: "Succeeds. A day after the capture the bank of the buyer contests all of it.",
  },
];

const BY_NAME = new Map(TEST_TOKENS.map((token) => [token.name, token]));

export const testToken = (name: string): TestToken | null => BY_NAME.get(name) ?? null;

/** The tokens as a Markdown table. */
export const tokenTable = (): string =>
  [
    "| token | what happens |",
    "|---|---|",
    ...TEST_TOKENS.map(({ name, about }) => `| \`${name}\` | ${about} |`),
  ].join("\n");
