/** A mutation as a client may send it, on the catalogue of the contracts. */
export interface Sample {
  /** Carried out. */
  readonly input: object;
  /** Another command, which may be carried out too. */
  readonly other: object;
  /** Refused by a rule. */
  readonly refused: object;
  /** What of the payload shows its effect. */
  readonly selection: string;
}

export type Samples = Readonly<Record<string, Sample>>;

/** The ids of what some samples need in addition. */
export interface PreparedIds {
  /** Price lists: one in francs with a price of the first variant, one that no market uses. */
  readonly francs: string;
  readonly spare: string;
  /** A market that sells in francs, and one that sells at the prices of the variants. */
  readonly swiss: string;
  readonly austrian: string;
  /** Each with a rate, and each without. */
  readonly taxes: {
    readonly category: string;
    readonly spareCategory: string;
    readonly zone: string;
    readonly spareZone: string;
    readonly rate: string;
    readonly spareRate: string;
  };
  /** Two customer groups. */
  readonly wholesale: string;
  readonly staff: string;
  /** A fee on small orders, and one for gift wrap. */
  readonly fees: { readonly small: string; readonly wrap: string };
  /** A zone that no option names, one that the option `flat` names, and two options. */
  readonly delivery: {
    readonly sweden: string;
    readonly norway: string;
    readonly flat: string;
    readonly pickup: string;
  };
  /** An open location without stock, and a closed one. */
  readonly locations: { readonly warehouse: string; readonly closed: string };
  /** A cart that is sent to Norway, with two lines. */
  readonly cart: { readonly id: string; readonly line: string; readonly note: string };
  /** A cart that can be ordered, and its total. */
  readonly ready: { readonly id: string; readonly total: string };
  /** A payment method that nobody pays with. */
  readonly paymentMethod: string;
  /** Payments of orders: two whose money is held, and one whose money was taken. */
  readonly payments: { readonly held: string; readonly other: string; readonly taken: string };
  readonly washing: string;
  readonly ironing: string;
  readonly sale: string;
  /** A product with two options. */
  readonly shirt: string;
  /** Each with German texts. */
  readonly translated: {
    readonly product: string;
    readonly collection: string;
    readonly field: string;
  };
}

export type SendMutation = (
  mutation: string,
  input: object,
  selection: string,
) => Promise<Readonly<Record<string, unknown>>>;
