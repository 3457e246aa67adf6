/** Title and description for search engines. Empty: the title and description of the page. */
export interface Seo {
  readonly title: string;
  readonly description: string;
}
