import type { SqlDriver } from "./driver.js";
import type { Privacy } from "./privacy.js";

export interface Vote {
  readonly space: string;
  readonly caseId: string;
  readonly revision: string;
  /** The platform's id; only a one-way hash of it is kept. */
  readonly personId: string;
  readonly isHelpful: boolean;
}

export interface VoteCount {
  readonly caseId: string;
  readonly revision: string;
  readonly helpful: number;
  readonly unhelpful: number;
}

export interface VotesTable {
  /** Counts a vote; a person's second one on the same revision of a case takes the place of the first. */
  cast(vote: Vote): Promise<void>;
  /** By case and revision. @param space - undefined: of all spaces together */
  count(space?: string): Promise<readonly VoteCount[]>;
}

export function createVotesTable(driver: SqlDriver, privacy: Privacy): VotesTable {
  return {
    async cast({ space, caseId, revision, personId, isHelpful }) {
      const person = await privacy.person(space, personId);
      await driver.run({
        sql: `insert into votes (space, case_id, revision, person, helpful) values ($1, $2, $3, $4, $5)
          on conflict (space, case_id, revision, person) do update set helpful = excluded.helpful`,
        values: [space, caseId, revision, person, isHelpful ? 1 : 0],
      });
    },
    async count(space) {
      const rows = await driver.all({
        sql: `select case_id, revision, cast(sum(helpful) as integer) as helpful,
            cast(count(*) - sum(helpful) as integer) as unhelpful
          from votes ${space === undefined ? "" : "where space = $1"}
          group by case_id, revision order by case_id, revision`,
        values: space === undefined ? [] : [space],
      });
      return rows.map((row) => ({
        caseId: String(row.case_id),
        revision: String(row.revision),
        helpful: Number(row.helpful),
        unhelpful: Number(row.unhelpful),
      }));
    },
  };
}
