import { Link, redirect } from "react-router";
import { CollectionPageDocument } from "../gql/graphql";
import type { Route } from "./+types/collection";
import { FirstView } from "../components/first-view";
import { Listing } from "../components/listing";
import { Picture } from "../components/picture";
import { ask, needed } from "../shop/ask.server";
import { titled } from "../shop/head";
import { listingOf, withoutOldFields } from "../shop/listing.server";
import { inRegion, usePath } from "../shop/region";
import { askerOf } from "../shop/request.server";
import { useTexts } from "../texts/texts";

export const loader = async (args: Route.LoaderArgs) => {
  const asker = askerOf(args);
  const url = new URL(args.request.url);
  const { searchParams, search } = url;
  const { slug } = args.params;
  const found = withoutOldFields(
    await ask(asker, CollectionPageDocument, { slug, ...listingOf(searchParams) }),
    url,
  );
  const collection = needed(found, "collection");
  if (collection.slug !== slug)
    throw redirect(
      inRegion(args.params, `/collections/${encodeURIComponent(collection.slug)}${search}`),
      301,
    );
  return { collection, listing: needed(found, "search") };
};

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titled(
    matches,
    (texts) =>
      loaderData?.collection.seo.title ||
      (loaderData?.collection.title ?? texts.trouble.missing[0] ?? ""),
    loaderData?.collection.seo.description || (loaderData?.collection.description ?? null),
  );

const CollectionPage = ({ loaderData: { collection, listing } }: Route.ComponentProps) => {
  const texts = useTexts();
  const path = usePath();
  const { title, description, image, breadcrumbs, children } = collection;
  return (
    <div className="page">
      <FirstView className="collection-head">
        <div>
          <nav className="crumbs" aria-label={texts.home}>
            <Link to={path("/")}>{texts.home}</Link>
            {breadcrumbs.map(({ id, slug, title: above }) => (
              <Link key={id} to={path(`/collections/${slug}`)}>
                {above}
              </Link>
            ))}
          </nav>
          <h1>{title}</h1>
          <p>{description}</p>
          {children.nodes.length > 0 && (
            <ul className="chips">
              {children.nodes.map(({ id, slug, title: below }) => (
                <li key={id}>
                  <Link to={path(`/collections/${slug}`)}>{below}</Link>
                </li>
              ))}
            </ul>
          )}
        </div>
        {image !== null && (
          <Picture
            picture={image}
            sizes="(min-width: 900px) 600px, 100vw"
            shape={2}
            isFirst
            alt=""
          />
        )}
      </FirstView>
      <Listing listing={listing} {...(image === null ? {} : { firsts: 0 })} />
    </div>
  );
};

export default CollectionPage;
