/** The sockets of pages, as rooms need them. */
export interface PageSockets {
  /** Tells a page to look again. @returns false where the socket is not there any more */
  readonly tell: (connectionId: string) => Promise<boolean>;
  /** One that is closed already is fine. */
  readonly close: (connectionId: string) => Promise<void>;
}
