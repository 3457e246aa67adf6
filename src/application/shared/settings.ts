/** What an installation remembers of itself, by name. */
export interface Settings {
  get(name: string): Promise<string | null>;
  /** Remembers a value unless there is one already. @returns whether it was remembered */
  add(name: string, value: string): Promise<boolean>;
  put(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
}

export interface SettingStores {
  readonly settings: Settings;
}
