import { useCase } from "../shared/use-case.js";
import { anybody, type Place } from "../shared/viewer.js";
import { UnknownLocale, UnknownMarket } from "./errors.js";
import type { Markets, MarketView } from "./ports.js";

/** What a request says of where it shops; null for what it leaves open. */
export interface ChooseMarket {
  readonly market: string | null;
  /** A BCP 47 tag, in any case. */
  readonly locale: string | null;
}

export interface ChosenMarket {
  readonly market: MarketView;
  /** The language of the answer, as the market writes it. */
  readonly locale: string;
  readonly place: Place;
}

/** Finds the market and the language that a request is answered for. @throws UnknownMarket, UnknownLocale */
export const chooseMarket = useCase(
  anybody,
  ({ markets }: { readonly markets: Markets }) =>
    async ({ market: key, locale }: ChooseMarket): Promise<ChosenMarket> => {
      const all = await markets.all();
      const home = all.find(({ isDefault }) => isDefault);
      const market = key === null ? home : all.find((one) => one.key === key);
      if (!home || !market)
        throw new UnknownMarket(
          key ?? "",
          all.map((one) => one.key),
        );
      const spoken =
        locale === null
          ? market.locales[0]
          : market.locales.find((tag) => tag.toLowerCase() === locale.toLowerCase());
      if (spoken === undefined) throw new UnknownLocale(locale ?? "", market.locales);
      const { currency, priceList } = market;
      return {
        market,
        locale: spoken,
        place: {
          market: market.key,
          currency,
          priceList,
          locale: spoken === home.locales[0] ? null : spoken,
        },
      };
    },
);
