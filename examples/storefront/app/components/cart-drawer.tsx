import { useEffect, useRef, type RefObject } from "react";
import { Link, useLocation } from "react-router";
import type { Basket } from "../shop/frame.server";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";
import { CartLines } from "./cart-lines";

interface DrawerProps {
  readonly cart: Basket | null;
  readonly drawer: RefObject<HTMLDialogElement | null>;
}

/** The name of the event that opens the drawer, after something was put into the cart. */
export const CART_FILLED = "cart-filled";

export const CartDrawer = ({ cart, drawer }: DrawerProps) => {
  const texts = useTexts();
  const path = usePath();
  const { key } = useLocation();
  const closer = useRef<HTMLButtonElement>(null);
  const close = (): void => drawer.current?.close();

  useEffect(() => drawer.current?.close(), [key, drawer]);
  useEffect(() => {
    const open = (): void => {
      if (drawer.current?.open === false) drawer.current.showModal();
      closer.current?.focus();
    };
    window.addEventListener(CART_FILLED, open);
    return () => window.removeEventListener(CART_FILLED, open);
  }, [drawer]);

  return (
    <dialog
      ref={drawer}
      className="drawer"
      aria-label={texts.cart}
      onClick={({ target }) => {
        if (target === drawer.current) close();
      }}
    >
      <div className="drawer-inside">
        <div className="drawer-head">
          <h2>{texts.cart}</h2>
          <button
            ref={closer}
            type="button"
            className="round"
            aria-label={texts.close}
            onClick={close}
          >
            ×
          </button>
        </div>
        {cart === null || cart.lines.length === 0 ? (
          <p>{texts.emptyCart}</p>
        ) : (
          <>
            <CartLines cart={cart} />
            <div className="drawer-foot">
              <p className="sum">
                <span>{texts.subtotal}</span> <span>{cart.totals.subtotal.formatted}</span>
              </p>
              <p className="small">{texts.deliveryLater}</p>
              <Link className="button wide" to={path("/checkout")}>
                {texts.checkout}
              </Link>
              <Link className="quiet-link wide" to={path("/cart")}>
                {texts.toCart}
              </Link>
            </div>
          </>
        )}
      </div>
    </dialog>
  );
};
