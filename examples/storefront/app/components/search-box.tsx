import { useId, useRef, useState, type KeyboardEvent } from "react";
import { Form, Link, useFetcher, useNavigate, useSearchParams } from "react-router";
import type { loader } from "../routes/suggest";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";

const WAIT_MS = 150;

/** The search of the shop. What fits is shown while it is typed; the form works without. */
export const SearchBox = () => {
  const texts = useTexts();
  const path = usePath();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { load, data } = useFetcher<typeof loader>();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const list = useId();

  const choices = [
    ...(data?.suggestions ?? []).map(({ query }) => ({
      key: `query ${query}`,
      to: path(`/search?q=${encodeURIComponent(query)}`),
      text: query,
      price: null,
      image: null,
    })),
    ...(data?.products ?? []).map((product) => ({
      key: product.id,
      to: path(`/products/${product.slug}`),
      text: product.title,
      price: product.priceRange?.min.formatted ?? null,
      image: product.featuredImage?.url ?? null,
    })),
  ];
  const isShown = isOpen && choices.length > 0;

  const close = (): void => {
    clearTimeout(timer.current);
    setOpen(false);
    setAt(-1);
  };
  const typed = (query: string): void => {
    clearTimeout(timer.current);
    setAt(-1);
    if (query.trim().length < 2) return setOpen(false);
    timer.current = setTimeout(() => {
      setOpen(true);
      void load(path(`/suggest?q=${encodeURIComponent(query.trim())}`));
    }, WAIT_MS);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === "Escape") return close();
    if (!isShown) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((at + step + choices.length + (at < 0 && step < 0 ? 1 : 0)) % choices.length);
    }
    const choice = choices[at];
    if (event.key === "Enter" && choice !== undefined) {
      event.preventDefault();
      close();
      void navigate(choice.to);
    }
  };

  return (
    <Form
      className="search"
      role="search"
      action={path("/search")}
      onSubmit={close}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
    >
      <input
        key={params.get("q")}
        type="search"
        name="q"
        defaultValue={params.get("q") ?? ""}
        placeholder={texts.searchFor}
        aria-label={texts.searchFor}
        autoComplete="off"
        maxLength={200}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${list}-${at}` : undefined}
        onChange={({ target }) => typed(target.value)}
        onKeyDown={pressed}
      />
      <button aria-label={texts.search}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="11" cy="11" r="6" />
          <path d="m16 16 4.5 4.5" />
        </svg>
      </button>
      <ul id={list} role="listbox" aria-label={texts.search} hidden={!isShown}>
        {choices.map(({ key, to, text, price, image }, index) => (
          <li key={key} id={`${list}-${index}`} role="option" aria-selected={index === at}>
            <Link to={to} tabIndex={-1} onClick={close}>
              {image !== null && <img src={image} alt="" width={40} height={40} />}
              <span>{text}</span>
              {price !== null && <span className="price">{price}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </Form>
  );
};
