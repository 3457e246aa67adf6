import type { FeeView } from "../../../../application/pricing/ports/fee-reads.js";
import { Money } from "../../../../domain/shared/money.js";
import { presentMoney } from "../../money/money-presenter.js";

export const presentFee = ({ amounts, ...fee }: FeeView) => ({
  ...fee,
  amounts: amounts.map(({ currency, amount, below }) => ({
    currency,
    amount: presentMoney(Money.of(amount, currency)),
    below: below === null ? null : presentMoney(Money.of(below, currency)),
  })),
});

/** What a fee is answered from. */
export type FeeSource = ReturnType<typeof presentFee>;
