import 'server-only'
import { z } from 'zod'
import {
  type Authored,
  authoredSchema,
  isAssignable,
  judgeAuthored,
  type Verdict,
  verdicts,
} from '../../teach/authored'
import type { CourseAct } from '../../teach/roles'
import { columnsOf, instantColumn, jsonColumn } from '../columns'
import { database } from '../database'
import { mayIn } from './may'

const versionRow = z.object({
  id: z.string(),
  questionId: z.string(),
  number: z.number(),
  at: instantColumn,
  title: z.string(),
  /** What the machine said when it was written. */
  verdict: z.enum(verdicts),
  body: jsonColumn,
})

const withAuthor = versionRow.extend({ author: z.string() })

/** A version of a teacher's question, judged anew: the machine may have been mended since it was written. */
export type QuestionVersion = Readonly<Omit<z.infer<typeof withAuthor>, 'body'>> & {
  /** Null where what is stored is no question any more. */
  readonly authored: Authored | null
  readonly verdictNow: Verdict
}

function judged({ body, ...version }: z.infer<typeof withAuthor>): QuestionVersion {
  const parsed = authoredSchema.safeParse(body)
  const authored = parsed.success ? parsed.data : null
  return { ...version, authored, verdictNow: authored === null ? 'broken' : judgeAuthored(authored) }
}

type InCourse = { readonly userId: string; readonly courseId: string }

/** What @userId may see for doing `act`: versions with the name of who wrote them, of questions that are not deleted. */
const versionsFor = (act: CourseAct) => `SELECT ${columnsOf(versionRow, 'v')}, coalesce(m.name, '') AS author
  FROM "Question" q JOIN "QuestionVersion" v ON v."questionId" = q.id
  LEFT JOIN "Member" m ON m."courseId" = q."courseId" AND m."userId" = v."by"
  WHERE q."courseId" = @courseId AND q."deletedAt" IS NULL AND ${mayIn(act, 'q."courseId"')}`

/** The newest version of each question of a course, the newest first; nothing for who may not edit them. */
export async function listQuestions(
  { userId, courseId }: InCourse,
  act: CourseAct = 'edit assignments',
): Promise<readonly QuestionVersion[]> {
  const { read } = await database()
  const rows = read<[InCourse]>(
    `${versionsFor(act)} AND v.number = (SELECT max(number) FROM "QuestionVersion" WHERE "questionId" = q.id)
     ORDER BY v.at DESC, v.id`,
  ).all({ userId, courseId })
  return z.array(withAuthor).parse(rows).map(judged)
}

/** Every version of a question, the newest first; nothing where there is no such question for this user. */
export async function listVersions(
  which: InCourse & { readonly questionId: string },
): Promise<readonly QuestionVersion[]> {
  const { read } = await database()
  const { userId, courseId, questionId } = which
  const rows = read<[typeof which]>(
    `${versionsFor('edit assignments')} AND q.id = @questionId ORDER BY v.number DESC`,
  ).all({
    userId,
    courseId,
    questionId,
  })
  return z.array(withAuthor).parse(rows).map(judged)
}

/** A question as it can be put into a paper: its newest version, which the attempt then keeps. */
export type Assignable = {
  readonly questionId: string
  readonly versionId: string
  /** Stands for the version of an item: `findSoundBody` takes `versionId` and this. */
  readonly number: number
  readonly title: string
  readonly authored: Authored
  readonly verdict: Verdict
}

/** The questions of a course that may be assigned, the newest first: none that the machine refutes or does not stand for. */
export async function listAssignable(
  which: InCourse,
  act: CourseAct = 'edit assignments',
): Promise<readonly Assignable[]> {
  return (await listQuestions(which, act)).flatMap(assignableOf)
}

/** The same for the papers of the course, whoever they are made for. */
export async function listCourseQuestions(courseId: string): Promise<readonly Assignable[]> {
  const { read } = await database()
  const rows = read<[string]>(
    `SELECT ${columnsOf(versionRow, 'v')}, '' AS author FROM "Question" q JOIN "QuestionVersion" v ON v."questionId" = q.id
     WHERE q."courseId" = ? AND q."deletedAt" IS NULL
     AND v.number = (SELECT max(number) FROM "QuestionVersion" WHERE "questionId" = q.id)`,
  ).all(courseId)
  return z.array(withAuthor).parse(rows).map(judged).flatMap(assignableOf)
}

function assignableOf(version: QuestionVersion): readonly Assignable[] {
  const { id, questionId, number, title, authored, verdictNow } = version
  return authored === null || !isAssignable(verdictNow)
    ? []
    : [{ questionId, versionId: id, number, title, authored, verdict: verdictNow }]
}
