import { Form, Link, useLocation } from "react-router";
import type { Frame } from "../shop/frame.server";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";

export const Footer = ({ frame }: { readonly frame: Frame | undefined }) => {
  const texts = useTexts();
  const path = usePath();
  return (
    <footer className="footer">
      <div>
        <p className="brand">{texts.shop}</p>
        <p>{texts.tagline}.</p>
        <p className="small">{texts.footer}</p>
      </div>
      <div>
        <p>
          <Link to={path("/orders")}>{texts.findOrder}</Link>
        </p>
        {frame?.markets != null && <RegionForm frame={frame} />}
      </div>
    </footer>
  );
};

/** Leads to the same page in another market or language; the cart comes along. */
const RegionForm = ({ frame }: { readonly frame: Frame }) => {
  const texts = useTexts();
  const path = usePath();
  const { pathname, search } = useLocation();
  const { market, locale } = frame.shop;
  const chosen = `${market.key} ${locale}`;
  return (
    <Form method="post" action={path("/region")} className="region" key={chosen}>
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <label>
        {texts.region}
        <select name="region" defaultValue={chosen}>
          {frame.markets?.map(({ id, key, name, currency, locales, countries }) => (
            <optgroup
              key={id}
              label={`${countries.length === 0 ? texts.everywhere : name} (${currency})`}
            >
              {locales.map((tag) => (
                <option key={tag} value={`${key} ${tag}`}>
                  {`${countries.length === 0 ? texts.everywhere : name} – ${texts.languages[tag] ?? tag}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button className="plain">{texts.change}</button>
    </Form>
  );
};
