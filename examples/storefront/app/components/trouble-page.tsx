import { Link, useLocation } from "react-router";
import { usePath } from "../shop/region";
import { useTexts } from "../texts/texts";

interface TroublePageProps {
  readonly reason: "missing" | "market" | "busy" | "down" | "broken" | "offline";
  readonly reference: string | null;
}

/** Says what happened and what to do. Trying again is a plain link: it works without anything. */
export const TroublePage = ({ reason, reference }: TroublePageProps) => {
  const texts = useTexts();
  const path = usePath();
  const { pathname, search } = useLocation();
  const [head, text] = texts.trouble[reason];
  const isTemporary = reason !== "missing" && reason !== "market";
  return (
    <section className="trouble" data-trouble={reason}>
      <title>{`${head} – ${texts.shop}`}</title>
      <h1>{head}</h1>
      <p>{text}</p>
      <p className="actions">
        {isTemporary && (
          <Link className="button" to={`${pathname}${search}`} reloadDocument>
            {texts.tryAgain}
          </Link>
        )}
        <Link
          className={isTemporary ? "quiet-link" : "button"}
          to={reason === "market" ? "/" : path("/")}
        >
          {texts.home}
        </Link>
      </p>
      {reference !== null && <p className="small">{texts.reference(reference)}</p>}
    </section>
  );
};
