/** Whether a secret was copied from a manual, or typed. */
export const looksLikeExample = (secret: string): boolean =>
  SAMPLE.test(secret) || new Set(secret).size < 10;

const SAMPLE =
  /change-?_?me|example|sample|placeholder|password|insert|your-?_?(admin|key|secret)|0123456789|abcdefgh|qwerty/i;
