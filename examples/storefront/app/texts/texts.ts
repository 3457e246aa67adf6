import { useParams, useRouteLoaderData } from "react-router";
import type { loader } from "../root";
import { de } from "./de";
import { en, type Texts } from "./en";

/** The texts of the shop itself. What Plinth says comes in the same language. */
export const textsIn = (locale: string | undefined): Texts =>
  locale?.split("-")[0] === "de" ? de : en;

/** Without an answer of Plinth the address tells the language. */
export const useLocale = (): string => {
  const frame = useRouteLoaderData<typeof loader>("root");
  const { locale } = useParams();
  return frame?.shop.locale ?? locale ?? "en";
};

export const useTexts = (): Texts => textsIn(useLocale());

/** What a code means, in the words of the shop. */
export const codeText = (texts: Texts, code: string, available?: number | null): string =>
  (code === "INSUFFICIENT_STOCK" || code === "SOLD_OUT") && available != null
    ? texts.onlyLeft(available)
    : (texts.codes[code] ?? texts.otherCode(code));
