import { useParams } from "react-router";

/** The market and the language in an address: `/ch/de/cart`. */
export interface Region {
  readonly market: string | undefined;
  readonly locale: string | undefined;
}

interface Params {
  readonly market?: string | undefined;
  readonly locale?: string | undefined;
}

export const regionOf = ({ market, locale }: Params): Region => ({ market, locale });

/** Puts the region of a page before a path: links stay in their market and language. */
export const inRegion = ({ market, locale }: Params, path: string): string =>
  `${market === undefined ? "" : `/${market}`}${locale === undefined ? "" : `/${locale}`}${path}` ||
  "/";

export const usePath = (): ((path: string) => string) => {
  const params = useParams();
  return (path) => inRegion(params, path);
};

interface Market {
  readonly key: string;
  readonly defaultLocale: string;
  readonly isDefault: boolean;
}

/** The shortest region for a market and a language: nothing for the default ones. */
export const shortRegion = (market: Market, locale: string): Region => {
  const isFirst = locale === market.defaultLocale;
  return {
    market: market.isDefault && isFirst ? undefined : market.key,
    locale: isFirst ? undefined : locale,
  };
};
