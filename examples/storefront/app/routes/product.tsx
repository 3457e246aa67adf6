import sanitize from "sanitize-html";
import { Link, redirect, useSearchParams } from "react-router";
import { ProductPageDocument, type ChosenOption } from "../gql/graphql";
import type { Route } from "./+types/product";
import { BuyBox } from "../components/buy-box";
import { Gallery } from "../components/gallery";
import { OptionPicker } from "../components/option-picker";
import { ask, needed } from "../shop/ask.server";
import { titled } from "../shop/head";
import { inRegion, usePath } from "../shop/region";
import { askerOf } from "../shop/request.server";
import { useTexts } from "../texts/texts";

const MOST_OPTIONS = 10;

/** Options in the address that other pages use for themselves. */
const optionsIn = (params: URLSearchParams): ChosenOption[] =>
  [...params].slice(0, MOST_OPTIONS).map(([name, value]) => ({ name, value }));

export const loader = async (args: Route.LoaderArgs) => {
  const { searchParams, search } = new URL(args.request.url);
  const { slug } = args.params;
  const selectedOptions = optionsIn(searchParams);
  const found = await ask(askerOf(args), ProductPageDocument, { slug, selectedOptions });
  const product = needed(found, "product");
  if (product.slug !== slug)
    throw redirect(
      inRegion(args.params, `/products/${encodeURIComponent(product.slug)}${search}`),
      301,
    );
  return {
    product,
    // What the merchant entered is text of somebody else.
    html: sanitize(product.descriptionHtml),
    // For the form: sent twice, it adds once.
    key: crypto.randomUUID(),
  };
};

export const meta: Route.MetaFunction = ({ matches, loaderData }) =>
  titled(
    matches,
    (texts) =>
      loaderData?.product.seo.title ||
      (loaderData?.product.title ?? texts.trouble.missing[0] ?? ""),
    loaderData?.product.seo.description || (loaderData?.product.description ?? null),
  );

const ProductPage = ({ loaderData: { product, html, key } }: Route.ComponentProps) => {
  const texts = useTexts();
  const path = usePath();
  const [params] = useSearchParams();
  const variant = product.selectedOrFirstAvailableVariant;
  const [collection] = product.collections.nodes;
  const crumbs = collection === undefined ? [] : [...collection.breadcrumbs, collection];
  return (
    <div className="page product">
      <nav className="crumbs" aria-label={texts.home}>
        <Link to={path("/")}>{texts.home}</Link>
        {crumbs.map(({ id, slug, title }) => (
          <Link key={id} to={path(`/collections/${slug}`)}>
            {title}
          </Link>
        ))}
      </nav>
      <Gallery
        key={product.id}
        pictures={product.media.nodes}
        first={variant?.image ?? product.featuredImage}
      />
      <div className="product-text">
        <p className="maker">{product.vendor}</p>
        <h1>{product.title}</h1>
        <BuyBox variant={variant} product={product} formKey={key}>
          <OptionPicker
            options={product.availableOptionValues}
            chosen={variant?.optionValues ?? []}
            params={params}
          />
        </BuyBox>
        <section aria-labelledby="about">
          <h2 id="about">{texts.about}</h2>
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
        </section>
        {(product.metafields.length > 0 || variant?.sku) && (
          <section aria-labelledby="details">
            <h2 id="details">{texts.details}</h2>
            <dl className="details">
              {product.metafields.map(({ namespace, key: name, value }) => (
                <div key={`${namespace}.${name}`}>
                  <dt>{nameOf(name)}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
              {variant?.sku && (
                <div>
                  <dt>{texts.sku}</dt>
                  <dd>{variant.sku}</dd>
                </div>
              )}
            </dl>
          </section>
        )}
      </div>
    </div>
  );
};

/** A name for people from a key for programs. */
const nameOf = (key: string): string =>
  (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll("_", " ");

export default ProductPage;
