import { HAPPENINGS, SandboxRefusal, type Amount, type Happening } from "./payment.js";

export interface PaymentId {
  readonly reference: string | null;
  readonly key: string | null;
}

export interface StartRequest {
  readonly key: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amount: Amount;
  readonly capture: "AUTOMATIC" | "MANUAL";
  readonly token: string | null;
  readonly returnUrl: string | null;
}

export interface AmountRequest {
  readonly payment: PaymentId;
  readonly requestKey: string;
  readonly amount: Amount;
}

export interface ForeignPayment {
  readonly key: string | null;
  readonly orderId: string | null;
  readonly amount: Amount;
}

/** Reads what a request says. @throws SandboxRefusal naming the field that is wrong */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw wrong("body", "an object");
    this.#values = value as Readonly<Record<string, unknown>>;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#values, name);
  }

  text(name: string): string {
    const value = this.#value(name);
    if (typeof value === "string" && value.length > 0 && value.length <= LONGEST) return value;
    throw wrong(name, `a text of at most ${LONGEST} characters`);
  }

  textOrNull(name: string): string | null {
    return (this.#value(name) ?? null) === null ? null : this.text(name);
  }

  flag(name: string): boolean {
    const value = this.#value(name);
    if (typeof value === "boolean") return value;
    throw wrong(name, "true or false");
  }

  whole(name: string, least: number, most: number): number {
    const value = this.#value(name);
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most)
      return value;
    throw wrong(name, `a whole number from ${least} to ${most}`);
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    const value = this.#value(name);
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    throw wrong(name, `one of ${choices.join(", ")}`);
  }

  amount(name: string): Amount {
    const fields = new Fields(this.#value(name));
    const currency = fields.text("currency");
    if (!/^[A-Z]{3}$/.test(currency)) throw wrong("currency", "a code of ISO 4217");
    return { minorUnits: fields.whole("minorUnits", 1, Number.MAX_SAFE_INTEGER), currency };
  }

  paymentId(name: string): PaymentId {
    const fields = new Fields(this.#value(name));
    const id = { reference: fields.textOrNull("reference"), key: fields.textOrNull("key") };
    if (id.reference === null && id.key === null) throw wrong(name, "a reference or a key");
    return id;
  }

  #value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }
}

const LONGEST = 2_048;

const wrong = (name: string, expected: string): SandboxRefusal =>
  new SandboxRefusal(400, "invalid_request", `${name} has to be ${expected}.`);

export const startRequest = (body: unknown): StartRequest => {
  const fields = new Fields(body);
  return {
    key: fields.text("key"),
    orderId: fields.text("orderId"),
    orderNumber: fields.text("orderNumber"),
    amount: fields.amount("amount"),
    capture: fields.oneOf("capture", ["AUTOMATIC", "MANUAL"]),
    token: tokenName(fields.textOrNull("token")),
    returnUrl: returnUrl(fields.textOrNull("returnUrl")),
  };
};

export const amountRequest = (body: unknown): AmountRequest => {
  const fields = new Fields(body);
  return {
    payment: fields.paymentId("payment"),
    requestKey: fields.text("requestKey"),
    amount: fields.amount("amount"),
  };
};

export const happeningRequest = (
  body: unknown,
): { readonly reference: string; readonly happening: Happening } => {
  const fields = new Fields(body);
  return {
    reference: fields.text("reference"),
    happening: fields.oneOf("happening", HAPPENINGS),
  };
};

/** A card number is refused before anything is stored. */
const tokenName = (token: string | null): string | null => {
  if (token !== null && /\d(?:[ -]?\d){11}/.test(token))
    throw new SandboxRefusal(
      400,
      "card_number_refused",
      "This looks like the number of a card. Send a token.",
    );
  return token;
};

/** Where a buyer is sent to: to no script, and with no user or password. */
const returnUrl = (raw: string | null): string | null => {
  if (raw === null) return null;
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw wrong("returnUrl", "an address that begins with https:// or http://");
  return url.href;
};
