/** A platform as the application sees it. */
export interface Adapter {
  readonly name: string;
  /** Connects. Rejects with a RemediableError where a person must act, such as a wrong token. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight, disconnects. May be called twice. */
  stop(): Promise<void>;
  /** Whether events arrive right now. */
  isConnected(): boolean;
}
