import type { FacetKind } from "../../../application/search/ports/product-search.js";
import { localeChain } from "../../../domain/shared/locale-tag.js";

/** What facets and their values are called in one language. */
export interface FacetWords {
  readonly headings: Readonly<Record<Exclude<FacetKind, "OPTION" | "METAFIELD">, string>>;
  readonly available: string;
  readonly unavailable: string;
  readonly onSale: string;
  readonly notOnSale: string;
  readonly yes: string;
  readonly no: string;
  /** Of amounts as they are written in the language, both included. */
  readonly upTo: (amount: string) => string;
  readonly from: (amount: string) => string;
}

/** A further language is an entry here. */
const WORDS = {
  en: {
    headings: {
      COLLECTION: "Collection",
      TAG: "Tag",
      VENDOR: "Brand",
      PRODUCT_TYPE: "Product type",
      PRICE: "Price",
      AVAILABILITY: "Availability",
      ON_SALE: "Offers",
    },
    available: "In stock",
    unavailable: "Sold out",
    onSale: "On sale",
    notOnSale: "Not on sale",
    yes: "Yes",
    no: "No",
    upTo: (amount) => `Up to ${amount}`,
    from: (amount) => `From ${amount}`,
  },
  de: {
    headings: {
      COLLECTION: "Kategorie",
      TAG: "Schlagwort",
      VENDOR: "Marke",
      PRODUCT_TYPE: "Produktart",
      PRICE: "Preis",
      AVAILABILITY: "Verfügbarkeit",
      ON_SALE: "Angebote",
    },
    available: "Lieferbar",
    unavailable: "Ausverkauft",
    onSale: "Reduziert",
    notOnSale: "Nicht reduziert",
    yes: "Ja",
    no: "Nein",
    upTo: (amount) => `Bis ${amount}`,
    from: (amount) => `Ab ${amount}`,
  },
  fr: {
    headings: {
      COLLECTION: "Catégorie",
      TAG: "Mot-clé",
      VENDOR: "Marque",
      PRODUCT_TYPE: "Type de produit",
      PRICE: "Prix",
      AVAILABILITY: "Disponibilité",
      ON_SALE: "Promotions",
    },
    available: "En stock",
    unavailable: "Épuisé",
    onSale: "En promotion",
    notOnSale: "Sans promotion",
    yes: "Oui",
    no: "Non",
    upTo: (amount) => `Jusqu’à ${amount}`,
    from: (amount) => `À partir de ${amount}`,
  },
  it: {
    headings: {
      COLLECTION: "Categoria",
      TAG: "Parola chiave",
      VENDOR: "Marca",
      PRODUCT_TYPE: "Tipo di prodotto",
      PRICE: "Prezzo",
      AVAILABILITY: "Disponibilità",
      ON_SALE: "Offerte",
    },
    available: "Disponibile",
    unavailable: "Esaurito",
    onSale: "In offerta",
    notOnSale: "Non in offerta",
    yes: "Sì",
    no: "No",
    upTo: (amount) => `Fino a ${amount}`,
    from: (amount) => `Da ${amount}`,
  },
  es: {
    headings: {
      COLLECTION: "Categoría",
      TAG: "Etiqueta",
      VENDOR: "Marca",
      PRODUCT_TYPE: "Tipo de producto",
      PRICE: "Precio",
      AVAILABILITY: "Disponibilidad",
      ON_SALE: "Ofertas",
    },
    available: "En stock",
    unavailable: "Agotado",
    onSale: "En oferta",
    notOnSale: "Sin oferta",
    yes: "Sí",
    no: "No",
    upTo: (amount) => `Hasta ${amount}`,
    from: (amount) => `Desde ${amount}`,
  },
  nl: {
    headings: {
      COLLECTION: "Categorie",
      TAG: "Label",
      VENDOR: "Merk",
      PRODUCT_TYPE: "Productsoort",
      PRICE: "Prijs",
      AVAILABILITY: "Beschikbaarheid",
      ON_SALE: "Aanbiedingen",
    },
    available: "Op voorraad",
    unavailable: "Uitverkocht",
    onSale: "In de aanbieding",
    notOnSale: "Niet in de aanbieding",
    yes: "Ja",
    no: "Nee",
    upTo: (amount) => `Tot en met ${amount}`,
    from: (amount) => `Vanaf ${amount}`,
  },
} as const satisfies Readonly<Record<string, FacetWords>>;

/** The words in a language: those of `de` for `de-AT`; in English where there are none. */
export const facetWords = (locale: string): FacetWords =>
  localeChain(locale)
    .map((one) => (Object.hasOwn(WORDS, one) ? WORDS[one as keyof typeof WORDS] : undefined))
    .find((found) => found !== undefined) ?? WORDS.en;
