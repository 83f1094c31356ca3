/** Where something happens: a server or workspace, and the channel in it. Ids of the platform's own, made unlike another's. */
export interface Place {
  /** "discord:1234", "slack:T1234"; for a platform's direct messages that belong to no space, "discord:direct". */
  readonly space: string;
  /** Whether it is a space that somebody manages. */
  readonly isManaged: boolean;
  /** Empty where there is none. */
  readonly channel: string;
}

/** Who is here. */
export interface Visitor {
  /** The platform's own id. */
  readonly id: string;
  /** Whether they manage the space; asked of the platform only where it matters. */
  readonly isManager: () => Promise<boolean>;
}
