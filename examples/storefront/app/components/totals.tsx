import type { PlinthMoneyFragment } from "../gql/graphql";
import { useTexts } from "../texts/texts";

interface TotalsProps {
  readonly totals: {
    readonly subtotal: PlinthMoneyFragment;
    readonly discount: PlinthMoneyFragment;
    readonly delivery: PlinthMoneyFragment;
    readonly fees: PlinthMoneyFragment;
    readonly tax: PlinthMoneyFragment;
    readonly payableRounding?: PlinthMoneyFragment;
    readonly total: PlinthMoneyFragment;
  };
  readonly taxes?: readonly {
    readonly tax: string;
    readonly percentage: string;
    readonly amount: PlinthMoneyFragment;
  }[];
  /** Whether the delivery is still missing. */
  readonly isBeforeDelivery?: boolean;
}

export const Totals = ({ totals, taxes = [], isBeforeDelivery = false }: TotalsProps) => {
  const texts = useTexts();
  const rows = [
    { name: texts.subtotal, money: totals.subtotal, isShown: true, sign: "" },
    { name: texts.discount, money: totals.discount, isShown: isSome(totals.discount), sign: "−" },
    { name: texts.delivery, money: totals.delivery, isShown: !isBeforeDelivery, sign: "" },
    { name: texts.fees, money: totals.fees, isShown: isSome(totals.fees), sign: "" },
    {
      name: texts.rounding,
      money: totals.payableRounding,
      isShown: isSome(totals.payableRounding),
      sign: "",
    },
  ];
  return (
    <dl className="totals">
      {rows.map(
        ({ name, money, isShown, sign }) =>
          isShown &&
          money !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                {name === texts.delivery && !isSome(money)
                  ? texts.free
                  : `${sign}${money.formatted}`}
              </dd>
            </div>
          ),
      )}
      <div className="grand">
        <dt>{isBeforeDelivery ? texts.totalBeforeDelivery : texts.total}</dt>
        <dd data-total={totals.total.amount}>{totals.total.formatted}</dd>
      </div>
      {taxes.map(({ tax, percentage, amount }) => (
        <div key={`${tax} ${percentage}`} className="small">
          <dt>{texts.taxOf(tax, percentage)}</dt>
          <dd>{amount.formatted}</dd>
        </div>
      ))}
    </dl>
  );
};

const isSome = (money: PlinthMoneyFragment | undefined): boolean =>
  money !== undefined && Number(money.minorUnits) !== 0;
