import { useEffect, type ReactNode } from "react";
import { useFetcher, useRouteLoaderData } from "react-router";
import type { ProductPageQuery } from "../gql/graphql";
import { usePath } from "../shop/region";
import { codeText, useTexts } from "../texts/texts";
import type { loader as frameLoader } from "../root";
import type { action } from "../routes/cart";
import { CART_FILLED } from "./cart-drawer";
import { Price } from "./price";

type Product = NonNullable<ProductPageQuery["product"]>;

interface BuyBoxProps {
  readonly variant: Product["selectedOrFirstAvailableVariant"];
  readonly product: Product;
  readonly formKey: string;
  readonly children: ReactNode;
}

const FEW = 5;

/** The price of the chosen variant, its options, and the form that puts it into the cart. */
export const BuyBox = ({ variant, formKey, children }: BuyBoxProps) => {
  const texts = useTexts();
  const path = usePath();
  const market = useRouteLoaderData<typeof frameLoader>("root")?.shop.market;
  const { Form, state, data } = useFetcher<typeof action>();
  const isBusy = state !== "idle";

  useEffect(() => {
    if (state === "idle" && data?.isDone) window.dispatchEvent(new Event(CART_FILLED));
  }, [state, data]);

  const unit = variant?.unitPrice ?? null;
  const measure = variant?.unitPriceMeasure ?? null;
  const breaks = variant?.quantityPrices ?? [];
  const stock = variant?.stock ?? null;
  return (
    <div className="buy">
      {variant?.price != null && (
        <div className="buy-price">
          <p>
            <Price price={variant.price} before={variant.compareAtPrice} />
            {unit !== null && measure !== null && (
              <span className="small">
                {" "}
                {texts.perUnit(
                  unit.formatted,
                  `${measure.base === "1" ? "" : `${measure.base} `}${measure.baseUnit}`,
                )}
              </span>
            )}
          </p>
          {variant.lowestPrice30Days !== null && (
            <p className="small">{texts.lowest30(variant.lowestPrice30Days.formatted)}</p>
          )}
          <p className="small">{market?.pricesIncludeTax === false ? texts.noTax : texts.tax}</p>
        </div>
      )}
      {children}
      {breaks.length > 1 && (
        <table className="breaks">
          <caption>{texts.breaks}</caption>
          <tbody>
            {breaks.map(({ minQuantity, price }) => (
              <tr key={minQuantity}>
                <th scope="row">{texts.breakFrom(minQuantity)}</th>
                <td>
                  {price.formatted} {texts.each}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Form method="post" action={path("/cart")} className="add">
        <input type="hidden" name="variant" value={variant?.id ?? ""} />
        <input type="hidden" name="key" value={formKey} />
        <label>
          <span className="hidden">{texts.quantity}</span>
          <input
            type="number"
            name="quantity"
            defaultValue={1}
            min={1}
            max={9999}
            required
            inputMode="numeric"
            disabled={variant?.available !== true}
          />
        </label>
        <button className="button" disabled={variant?.available !== true || isBusy}>
          {variant?.price == null
            ? texts.unpriced
            : !variant.available
              ? texts.soldOut
              : isBusy
                ? texts.adding
                : texts.add}
        </button>
      </Form>
      <div aria-live="polite">
        {variant?.available === true && stock !== null && stock <= FEW && (
          <p className="small warm">{texts.fewLeft(stock)}</p>
        )}
        {data?.userErrors.map((refusal) => (
          <p key={refusal.code} className="problem">
            {codeText(
              texts,
              refusal.code,
              refusal.__typename === "InsufficientStockError" ? refusal.available : null,
            )}
          </p>
        ))}
      </div>
    </div>
  );
};
