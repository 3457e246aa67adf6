/** A service outside that shows notes. */
export interface NoticeBoard {
  /** A note that is pinned already stays as it is. */
  pin(title: string, signal: AbortSignal): Promise<void>;
}
