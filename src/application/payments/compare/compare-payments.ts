import type { PaymentId } from "../../../domain/payments/ids.js";
import { useCase } from "../../shared/use-case.js";
import type { PaymentGateway } from "../ports/payment-gateway.js";
import { mayReadPayments } from "../ports/permissions.js";
import { GatewayTruths, type ComparedGateway } from "./gateway-truths.js";
import { comparePage } from "./compare-page.js";
import type { CompareNeeds, Comparison, Finding } from "./comparison.js";
import { foreignPage } from "./foreign-page.js";

const PAGE = 100;
/** How long the shop has to store what it is told just now, in milliseconds. */
const PAUSE_MS = 1_000;

interface ComparePayments {
  readonly signal?: AbortSignal | undefined;
  /** How long is waited before what differs is read again, in milliseconds; a second when left out. */
  readonly pauseMs?: number | undefined;
  /** Is called for each finding, so that none is kept. */
  readonly onFound: (finding: Finding) => void;
}

/**
 * Compares the payments with what their gateways know of them, while the shop runs. Changes nothing.
 * What differs is read again, because the shop may be about to store it.
 */
export const comparePayments = useCase(
  mayReadPayments,
  (needs: CompareNeeds) =>
    async (command: ComparePayments): Promise<readonly ComparedGateway[]> => {
      const truths = new Map(
        needs.gateways.all.map((one) => [one.key, new GatewayTruths(one.key, one, command.signal)]),
      );
      const gatewayOf = (key: string): GatewayTruths => {
        const known = truths.get(key) ?? new GatewayTruths(key, null, command.signal);
        truths.set(key, known);
        return known;
      };
      const comparison = { gatewayOf, pause: () => pause(command), ...command };
      await compareStored(needs, comparison);
      for (const gateway of needs.gateways.all) await compareListed(needs, gateway, comparison);
      return [...truths.values()].map((one) => one.result());
    },
);

const compareStored = async (needs: CompareNeeds, comparison: Comparison): Promise<void> => {
  let after: PaymentId | null = null;
  do {
    const page = await needs.paymentReads.ofGateways(after, PAGE);
    await comparePage(needs, page, comparison);
    after = page.length === PAGE ? (page.at(-1)?.id ?? null) : null;
  } while (after);
};

const compareListed = async (
  needs: CompareNeeds,
  { key }: PaymentGateway,
  comparison: Comparison,
): Promise<void> => {
  const gateway = comparison.gatewayOf(key);
  let after: string | null = null;
  do {
    const page = await gateway.list(after);
    if (page === null) return;
    await foreignPage(needs, gateway, page.payments, comparison);
    after = page.next;
  } while (after !== null);
};

const pause = ({ pauseMs = PAUSE_MS, signal }: ComparePayments): Promise<void> => {
  signal?.throwIfAborted();
  return new Promise((resume) => setTimeout(resume, pauseMs));
};
