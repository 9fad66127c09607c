/** Whose permission it is: of somebody who is heard in a case. */
export interface Whose {
  readonly caseId: string;
  readonly party: string;
}
