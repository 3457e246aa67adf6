import type { MetaDescriptor } from "react-router";
import { textsIn } from "../texts/texts";
import type { Texts } from "../texts/en";

type Matches = readonly ({ readonly id: string; readonly loaderData?: unknown } | undefined)[];

interface FrameFacts {
  readonly shop: { readonly locale: string };
}

const localeIn = (matches: Matches): string | undefined => {
  const root = matches.find((match) => match?.id === "root");
  return (root?.loaderData as FrameFacts | undefined)?.shop.locale;
};

/** Title and description of a page, in its language. */
export const titled = (
  matches: Matches,
  titleOf: (texts: Texts) => string,
  description: string | null = null,
): MetaDescriptor[] => {
  const texts = textsIn(localeIn(matches));
  return [
    { title: `${titleOf(texts)} – ${texts.shop}` },
    ...(description === null ? [] : [{ name: "description", content: description }]),
  ];
};
