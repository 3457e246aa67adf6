import { useEffect, type ReactNode } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  ScrollRestoration,
  useRouteLoaderData,
  type ShouldRevalidateFunctionArgs,
} from "react-router";
import type { Route } from "./+types/root";
import { Footer } from "./components/footer";
import { Header } from "./components/header";
import { LateScripts } from "./components/late-scripts";
import { TroublePage } from "./components/trouble-page";
import { readFrame } from "./shop/frame.server";
import { useNonce } from "./shop/nonce";
import { askerOf, cartIn } from "./shop/request.server";
import { isTrouble } from "./shop/trouble";
import { useLocale, useTexts } from "./texts/texts";
import { STYLES_ID, styles } from "./shop/styles";

export const loader = async (args: Route.LoaderArgs) =>
  readFrame(askerOf(args), await cartIn(args.request));

/** What is said with a trouble, such as Retry-After. */
export const headers: Route.HeadersFunction = ({ errorHeaders, loaderHeaders }) =>
  errorHeaders ?? loaderHeaders;

/** The menu stays; the cart is read again when something was sent, or the region is another one. */
export const shouldRevalidate = ({
  formMethod,
  currentParams,
  nextParams,
  actionStatus,
}: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus !== undefined ||
  (formMethod !== undefined && formMethod !== "GET") ||
  currentParams["market"] !== nextParams["market"] ||
  currentParams["locale"] !== nextParams["locale"];

export const Layout = ({ children }: { readonly children: ReactNode }) => {
  const nonce = useNonce();
  return (
    <html lang={useLocale()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6f1e8" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#171a18" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href={`${import.meta.env.BASE_URL}icon.svg`} type="image/svg+xml" />
        <Meta />
        <Links />
        <style id={STYLES_ID} dangerouslySetInnerHTML={{ __html: styles() }} />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <LateScripts nonce={nonce} />
      </body>
    </html>
  );
};

/** Tells tests, and scripts of others, that the page has come to life. */
const useReady = (): void =>
  useEffect(() => {
    document.documentElement.dataset["ready"] = "true";
  }, []);

const Page = ({ children }: { readonly children: ReactNode }) => {
  const frame = useRouteLoaderData<typeof loader>("root");
  const texts = useTexts();
  useReady();
  return (
    <>
      <a className="skip" href="#content">
        {texts.skip}
      </a>
      <Header frame={frame} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer frame={frame} />
    </>
  );
};

const App = () => (
  <Page>
    <Outlet />
  </Page>
);

export const ErrorBoundary = ({ error }: Route.ErrorBoundaryProps) => {
  const thrown: unknown = isRouteErrorResponse(error) ? error.data : null;
  const trouble = isTrouble(thrown) ? thrown : null;
  const reason =
    trouble?.reason ??
    (isRouteErrorResponse(error) && error.status === 404
      ? "missing"
      : error instanceof TypeError && typeof navigator !== "undefined" && !navigator.onLine
        ? "offline"
        : "broken");
  return (
    <Page>
      <TroublePage reason={reason} reference={trouble?.requestId ?? null} />
    </Page>
  );
};

export default App;
