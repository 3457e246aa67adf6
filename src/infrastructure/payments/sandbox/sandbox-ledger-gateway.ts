import {
  GatewayError,
  type GatewayPayment,
  type GatewayPaymentId,
  type GatewayPaymentPage,
  type PaymentGateway,
} from "../../../application/payments/ports/payment-gateway.js";
import { JsonFields } from "./json-fields.js";
import { readPage, readPayment } from "./read-payment.js";

/** The ledger of a sandbox, as its API shows it. Each method throws when it cannot be read. */
interface SandboxLedger {
  /** Null when there is no such payment. */
  payment(reference: string | null, key: string): Promise<unknown>;
  page(after: string | null, first: number): Promise<unknown>;
}

const KEY = "sandbox";
const PAGE = 500;

const readOnly = async (): Promise<never> => {
  throw new GatewayError(KEY, "REFUSED", "read_only");
};

/** A sandbox that another process has begun and whose ledger is only read. */
export class SandboxLedgerGateway implements PaymentGateway {
  readonly key = KEY;
  readonly abilities = { severalCaptures: true };
  readonly authorise = readOnly;
  readonly capture = readOnly;
  readonly cancel = readOnly;
  readonly refund = readOnly;

  constructor(private readonly ledger: SandboxLedger) {}

  fetch({ reference, key }: GatewayPaymentId): Promise<GatewayPayment | null> {
    return readable(async () => {
      const found = await this.ledger.payment(reference, key);
      return found === null ? null : readPayment(new JsonFields(found));
    });
  }

  list(after: string | null): Promise<GatewayPaymentPage> {
    return readable(async () => readPage(new JsonFields(await this.ledger.page(after, PAGE))));
  }

  readWebhook(): null {
    return null;
  }
}

const readable = async <Answer>(read: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await read();
  } catch (cause) {
    throw new GatewayError(KEY, "NOT_SENT", "ledger_not_readable", { cause });
  }
};
