import { useRef } from "react";
import { Link, NavLink, useLocation } from "react-router";
import type { Frame } from "../shop/frame.server";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";
import { CartDrawer } from "./cart-drawer";
import { SearchBox } from "./search-box";

export const Header = ({ frame }: { readonly frame: Frame | undefined }) => {
  const texts = useTexts();
  const path = usePath();
  const { pathname } = useLocation();
  const drawer = useRef<HTMLDialogElement>(null);
  const menu = frame?.collections?.nodes ?? [];
  const count = frame?.cart?.totalQuantity ?? 0;
  const isAtCart = /\/(cart|checkout)$/.test(pathname);
  return (
    <header className="header">
      <div className="bar">
        <Link className="brand" to={path("/")}>
          <svg viewBox="0 0 64 64" aria-hidden="true">
            <path d="M14 54V30a18 18 0 0 1 36 0v24z" />
            <path d="M26 54V38a6 6 0 0 1 12 0v16z" />
          </svg>
          {texts.shop}
        </Link>
        <SearchBox />
        <Link
          className="cart-link"
          to={path("/cart")}
          aria-label={texts.cartOf(count)}
          onClick={(event) => {
            if (isAtCart || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            drawer.current?.showModal();
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 8h14l-1 12H6zM9 8V6a3 3 0 0 1 6 0v2" />
          </svg>
          <span className="count">{count}</span>
        </Link>
      </div>
      {menu.length > 0 && (
        <nav className="menu" aria-label={texts.menu}>
          <ul>
            {menu.map(({ id, slug, title }) => (
              <li key={id}>
                <NavLink to={path(`/collections/${slug}`)}>{title}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <CartDrawer cart={frame?.cart ?? null} drawer={drawer} />
    </header>
  );
};
