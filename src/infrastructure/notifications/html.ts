/** HTML that may be put into other HTML as it is. */
export class Html {
  private constructor(readonly text: string) {}

  /** A template of the source code. Texts that are put into it are escaped. */
  static of(pieces: readonly string[], values: readonly HtmlValue[]): Html {
    return new Html(
      pieces
        .map((piece, index) => (index === 0 ? "" : presented(values[index - 1])) + piece)
        .join(""),
    );
  }
}

type HtmlValue = Html | string | number | null | undefined | readonly Html[];

/** The tag of templates: html`<p>${text}</p>` escapes the text. */
export const html = (pieces: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  Html.of(pieces, values);

const presented = (value: HtmlValue): string => {
  if (value === null || value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return escaped(String(value));
};

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
