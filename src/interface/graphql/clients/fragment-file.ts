/** A ready fragment with the text of its file. */
export interface FragmentFile {
  readonly name: string;
  readonly text: string;
}
