import { Link } from "react-router";
import { HomeDocument } from "../gql/graphql";
import type { Route } from "./+types/home";
import { FirstView } from "../components/first-view";
import { Picture } from "../components/picture";
import { cardsOf, ProductGrid } from "../components/product-card";
import { ask } from "../shop/ask.server";
import { titled } from "../shop/head";
import { usePath } from "../shop/region";
import { askerOf } from "../shop/request.server";
import { useTexts } from "../texts/texts";

export const loader = async (args: Route.LoaderArgs) =>
  (await ask(askerOf(args), HomeDocument, {})).data;

export const meta: Route.MetaFunction = ({ matches }) => titled(matches, (texts) => texts.tagline);

const Home = ({ loaderData: { collections, latest, reduced } }: Route.ComponentProps) => {
  const texts = useTexts();
  const path = usePath();
  const [first, ...others] = (collections?.nodes ?? []).filter(({ image }) => image !== null);
  return (
    <div className="home">
      <FirstView className="hero">
        <div className="hero-text">
          <h1>{texts.hero}</h1>
          <p>{texts.heroText}</p>
          {first !== undefined && (
            <Link className="button" to={path(`/collections/${first.slug}`)}>
              {texts.heroLink(first.title)}
            </Link>
          )}
        </div>
        {first !== undefined && (
          <Picture
            picture={first.image}
            sizes="(min-width: 900px) 55vw, 100vw"
            shape={16 / 10}
            isFirst
            alt=""
          />
        )}
      </FirstView>
      <section className="page below" aria-labelledby="collections">
        <h2 id="collections">{texts.collections}</h2>
        <ul className="tiles">
          {others.map(({ id, slug, title, description, image }) => (
            <li key={id} className="tile">
              <Picture picture={image} sizes="(min-width: 900px) 380px, 100vw" shape={2} alt="" />
              <h3>
                <Link to={path(`/collections/${slug}`)}>{title}</Link>
              </h3>
              <p>{description}</p>
            </li>
          ))}
        </ul>
      </section>
      <section className="page below" aria-labelledby="latest">
        <h2 id="latest">{texts.latest}</h2>
        <ProductGrid cards={cardsOf(latest?.nodes ?? [])} />
      </section>
      {reduced != null && reduced.nodes.length > 0 && (
        <section className="page band below" aria-labelledby="reduced">
          <h2 id="reduced">{texts.reduced}</h2>
          <p>{texts.reducedText}</p>
          <ProductGrid cards={cardsOf(reduced.nodes)} />
        </section>
      )}
    </div>
  );
};

export default Home;
