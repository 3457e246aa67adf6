/** A text of a form, without spaces around it; empty when there is none. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

export const textOrNull = (form: FormData, name: string): string | null =>
  textOf(form, name) || null;

/** A whole number from 1 to 9,999; anything else becomes null. */
export const countOf = (form: FormData, name: string): number | null => {
  const text = textOf(form, name);
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
};
