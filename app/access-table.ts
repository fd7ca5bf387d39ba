import type { CourseAct } from '@/lib/teach/roles'

/**
 * Whom a page, a route or a server action is for:
 * - 'public': for everybody; it shows nothing of anybody.
 * - 'own': for whoever asks, about what is theirs; what is somebody else's is not there.
 * - an act: for those in the course of its address whose role may do it (lib/teach/roles.ts); for all others there is no such
 *   course. `archived` says that it is there for a course in the archive, too. An action says besides what it is called with: what is bound to it, and a form that is right in all else.
 */
export type Access =
  | 'public'
  | 'own'
  | {
      readonly act: CourseAct
      /** An act that opens it, too. */
      readonly orAct?: CourseAct
      readonly archived?: true
      readonly call?: Call
    }

type Call = {
  /** What is bound to it, with [course], [assignment] and the like for the ids. */
  readonly bound: readonly unknown[]
  readonly form: Readonly<Record<string, string>>
  /** What a route is sent. */
  readonly json?: unknown
  /** Whether even who may is refused like a stranger, for what the row can send is not there in a new course. */
  readonly vague?: true
}

const of = (act: CourseAct): Access => ({ act })
const call = (act: CourseAct, bound: Call['bound'] = ['[course]'], form: Call['form'] = {}) =>
  ({ act, call: { bound, form } }) satisfies Access

const send = (act: CourseAct, json: unknown) => ({ act, call: { bound: [], form: {}, json } }) satisfies Access

const vague = (act: CourseAct, bound: Call['bound'], form: Call['form'] = {}) =>
  ({ act, call: { bound, form, vague: true } }) satisfies Access
const inArchive = (access: Exclude<Access, string>): Access => ({ ...access, archived: true })

const whom = [{ course: '[course]', member: '[member]' }]
const assignmentOf = { courseId: '[course]', assignmentId: '[assignment]' }

const door = 'app/[locale]/teach/[course]/door/change-door.ts'
const member = 'app/[locale]/teach/[course]/people/[member]/change-member.ts'
const roster = 'app/[locale]/teach/[course]/people/roster/change-roster.ts'
const settings = 'app/[locale]/teach/[course]/settings/change-course.ts'
const teach = 'app/[locale]/teach/[course]'
const assignment = `${teach}/assignments/[assignment]`
const account = 'app/[locale]/settings/account/actions.ts'

/** A homework as its form sends it. */
export const homeworkForm = {
  kind: 'homework',
  title: 'Homework',
  preset: 'midterm',
  isDrawn: 'on',
  credit: 'partial',
  opensAt: '2020-01-01T08:00',
  tries: '3',
  counts: 'best',
  lessPerTry: '0',
  lessPerDayLate: '20',
  'shown score': 'at once',
  'shown answers': 'at once',
  'shown key': 'at once',
  'shown explanation': 'at once',
} as const

/** One of the bank. */
const itemId = 'next-state/listen.rcv-syn'

/** A question in words as the editor sends it. */
const questionDraft = {
  kind: 'prose',
  title: 'Where does CLOSE lead?',
  points: 2,
  topic: 'active close',
  level: 1,
  text: 'An endpoint is in `ESTABLISHED`.',
  options: ['`FIN-WAIT-1`', '`CLOSE-WAIT`'],
  key: 0,
  claim: '',
  why: '',
} as const

/**
 * A row for everything that answers requests: pages by their address, routes by method and address, actions by file and name.
 * app/access-table.test.ts fails until a new one is here; e2e/access.spec.ts tries each row that names an act with every role.
 */
export const accessTable: Readonly<Record<string, Access>> = {
  'page /': 'own',
  'page /[...missing]': 'public',
  'page /cards': 'own',
  'page /cards/[deck]': 'own',
  'page /cards/[deck]/flip': 'own',
  'page /cards/[deck]/look': 'own',
  'page /cards/[deck]/print': 'own',
  'page /cards/notes/[note]': 'own',
  'page /cards/write': 'own',
  'page /exam': 'own',
  'page /exam/[attempt]': 'own',
  'page /exam/[attempt]/result': 'own',
  'page /join': 'public',
  'page /join/[key]': 'own',
  'page /learn': 'public',
  'page /learn/[state]': 'public',
  'page /learn/experiments': 'public',
  'page /learn/lessons': 'public',
  'page /learn/lessons/[lesson]': 'public',
  'page /learn/pairs': 'public',
  'page /learn/simulator': 'public',
  'page /learn/traces': 'public',
  'page /offline': 'public',
  'page /practice': 'own',
  'page /practice/[practice]': 'own',
  'page /practice/[practice]/summary': 'own',
  'page /programs': 'public',
  'page /progress': 'own',
  'page /progress/cards': 'own',
  'page /progress/cards/[card]': 'own',
  'page /progress/memory': 'own',
  'page /progress/misconceptions': 'own',
  'page /progress/work': 'own',
  'page /review': 'own',
  'page /review/cram': 'own',
  'page /review/resting': 'own',
  'page /settings': 'own',
  'page /settings/account': 'own',
  'page /settings/account/merge': 'own',
  'page /settings/account/sign-in': 'public',
  'page /settings/data': 'own',
  'page /settings/memory': 'own',
  'page /teach': 'own',
  'page /teach/ask': 'own',
  'page /teach/[course]': of('see course'),
  'page /teach/[course]/door': of('manage people'),
  'page /teach/[course]/people': of('see people'),
  'page /teach/[course]/people/[member]': of('manage people'),
  'page /teach/[course]/people/roster': of('manage people'),
  'page /teach/[course]/people/roster/slips': of('manage people'),
  'page /teach/[course]/settings': { act: 'manage course', archived: true },
  'GET /api/auth/[...all]': 'public',
  'GET /api/health': 'public',
  'GET /api/machine': 'public',
  'GET /api/v1/courses/[course]/seats': of('manage people'),
  'GET /api/v1/exams/[attempt]': 'own',
  'GET /api/v1/me/export': 'own',
  'GET /api/v1/me/training': 'own',
  'GET /manifest.webmanifest': 'public',
  'POST /api/auth/[...all]': 'public',
  'POST /api/step': 'public',
  'POST /api/v1/cards': 'own',
  'POST /api/v1/exams/[attempt]/drafts': 'own',
  'POST /api/v1/exams/[attempt]/flags': 'own',
  'POST /api/v1/exams/[attempt]/submission': 'own',
  'POST /api/v1/practices/[practice]/answers': 'own',
  'POST /api/v1/reviews': 'own',
  'POST /api/v1/reviews/ahead': 'own',
  'POST /api/v1/reviews/batch': 'own',
  'POST /api/v1/reviews/check': 'own',
  'POST /api/v1/reviews/cram': 'own',
  'POST /api/v1/reviews/flips': 'own',
  'POST /api/v1/reviews/hint': 'own',
  'POST /api/v1/reviews/undo': 'own',
  'action app/[locale]/cards/[deck]/change-deck.ts#changeDeck': 'own',
  'action app/[locale]/cards/[deck]/change-deck.ts#dropDeck': 'own',
  'action app/[locale]/cards/[deck]/set-aside.ts#setAside': 'own',
  'action app/[locale]/cards/make-deck.ts#makeDeck': 'own',
  'action app/[locale]/cards/notes/[note]/drop-note.ts#dropNote': 'own',
  'action app/[locale]/cards/save-note.ts#saveNote': 'own',
  'action app/[locale]/exam/[attempt]/result/make-cards.ts#makeCards': 'own',
  'action app/[locale]/exam/[attempt]/result/practise-again.ts#practiseAgain': 'own',
  'action app/[locale]/exam/start-exam.ts#startExamFromForm': 'own',
  'action app/[locale]/join/[key]/join-course.ts#joinCourse': 'own',
  'action app/[locale]/join/try-door.ts#tryDoor': 'own',
  'action app/[locale]/practice/find-out.ts#findOut': 'own',
  'action app/[locale]/practice/start-practice.ts#startPractice': 'own',
  'action app/[locale]/progress/misconceptions/dismiss-belief.ts#changeDismissal': 'own',
  'action app/[locale]/review/resting/take-up.ts#takeUp': 'own',
  'action app/[locale]/review/spread.ts#spread': 'own',
  'action app/[locale]/review/spread.ts#gather': 'own',
  'action app/[locale]/review/take-set.ts#takeSet': 'own',
  [`action ${account}#makeAccount`]: 'own',
  [`action ${account}#signIn`]: 'own',
  [`action ${account}#signOut`]: 'own',
  [`action ${account}#changePassword`]: 'own',
  [`action ${account}#removePasskey`]: 'own',
  [`action ${account}#becomeGuest`]: 'own',
  [`action ${account}#bringAlong`]: 'own',
  'action app/[locale]/settings/change-settings.ts#changeSettings': 'own',
  'action app/[locale]/settings/data/delete-mine.ts#deleteMine': 'own',
  'action app/[locale]/settings/memory/actions.ts#train': 'own',
  'action app/[locale]/settings/memory/actions.ts#forget': 'own',
  [`action ${door}#openDoor`]: call('manage people'),
  [`action ${door}#shutDoor`]: call('manage people'),
  'action app/[locale]/teach/[course]/leave-course.ts#leaveCourse': call('see course'),
  [`action ${member}#changeName`]: call('manage people', whom, { name: 'Another', number: '1' }),
  [`action ${member}#changeRole`]: call('manage people', whom, { role: 'observer' }),
  [`action ${member}#changeGranted`]: call('manage people', whom, {
    factor: '2',
    extraMinutes: '5',
    breakMinutes: '0',
  }),
  [`action ${member}#removeMember`]: call('manage people', whom),
  [`action ${member}#readmit`]: call('manage people', whom),
  [`action ${roster}#changeRoster`]: call('manage people', ['[course]'], {
    step: 'add',
    text: 'name,number\\nSomebody,99',
  }),
  [`action ${roster}#dropSeat`]: call('manage people', ['[course]'], { seat: 'none' }),
  [`action ${roster}#sendInvitations`]: call('manage people'),
  [`action ${settings}#changeCourse`]: call('manage course', ['[course]'], { name: 'Renamed', term: '' }),
  [`action ${settings}#archiveCourse`]: call('manage course'),
  [`action ${settings}#takeFromArchive`]: inArchive(call('manage course')),
  [`action ${settings}#handOver`]: inArchive(call('manage course', ['[course]'], { member: 'none' })),
  [`action ${settings}#copyCourse`]: inArchive(
    call('manage course', ['[course]'], { name: 'Copy', term: '', weeks: '26' }),
  ),
  'action app/[locale]/teach/make-course.ts#makeCourse': 'own',
  'action app/[locale]/teach/make-course.ts#takeWaitingSeat': 'own',
  'page /teach/[course]/analysis': of('see papers'),
  'page /teach/[course]/assignments/[assignment]': of('see course'),
  'page /teach/[course]/assignments/[assignment]/analysis': of('see papers'),
  'page /teach/[course]/assignments/[assignment]/exceptions': of('edit assignments'),
  'page /teach/[course]/assignments/[assignment]/live': of('supervise'),
  'page /teach/[course]/assignments/[assignment]/pick': of('edit assignments'),
  'page /teach/[course]/assignments/[assignment]/regrade': of('release'),
  'page /teach/[course]/assignments/[assignment]/settings': of('edit assignments'),
  'page /teach/[course]/assignments/new': of('edit assignments'),
  'page /teach/[course]/gradebook': of('see marks'),
  'page /teach/[course]/gradebook/[student]': of('see marks'),
  'page /teach/[course]/live': of('ask live'),
  'page /teach/[course]/live/[live]': of('ask live'),
  'page /teach/[course]/marks': of('take'),
  'page /teach/[course]/questions': of('edit assignments'),
  'page /teach/[course]/questions/[question]': of('edit assignments'),
  'page /teach/[course]/questions/new': of('edit assignments'),
  'page /teach/[course]/reports': of('see papers'),
  'page /live': 'public',
  'page /live/[code]': 'public',
  'GET /api/v1/assignments/[assignment]/live': of('supervise'),
  // Streams end with their reader alone: e2e/assign.spec.ts asks for them as a stranger.
  'GET /api/v1/assignments/[assignment]/events': 'own',
  'GET /api/v1/exams/[attempt]/events': 'own',
  'POST /api/v1/assignments/[assignment]/acts': send('supervise', { act: { kind: 'handed in' }, studentId: null }),
  // What is no sealed file is refused as that, to those who may bring one in.
  'POST /api/v1/assignments/[assignment]/files': send('supervise', {}),
  // Staff look at the paper as a student does.
  'POST /api/v1/assignments/[assignment]/tries': {
    ...send('take', { password: '', isHonoured: true }),
    orAct: 'see papers',
  },
  'GET /api/v1/courses/[course]/gradebook': of('see marks'),
  'POST /api/v1/exams/[attempt]/pause': 'own',
  'POST /api/v1/exams/[attempt]/places': 'own',
  'POST /api/v1/exams/[attempt]/resumption': 'own',
  'POST /api/v1/live/[code]/answers': 'public',
  'GET /api/v1/live/[code]/changes': 'public',
  'action app/[locale]/exam/[attempt]/report-question.ts#sendReport': 'own',
  'action app/[locale]/live/go-to-question.ts#goToQuestion': 'public',
  'action app/[locale]/see-notices.ts#sawNotices': 'own',
  [`action ${assignment}/analysis/make-class-set.ts#makeClassSet`]: vague('mark', [
    { ...assignmentOf, belief: 'none' },
  ]),
  [`action ${assignment}/exceptions/save-exception.ts#saveFromForm`]: call('edit assignments', ['[assignment]'], {
    student: '[member]',
    tries: '1',
    reason: 'ill',
  }),
  [`action ${assignment}/pick/pick.ts#pick`]: call('edit assignments', ['[assignment]', 'item', itemId], {
    points: '1',
  }),
  [`action ${assignment}/regrade/decide.ts#keep`]: call('release', [{ ...assignmentOf, query: { rule: 'whole' } }], {
    digest: 'x',
    reason: 'y',
  }),
  [`action ${assignment}/regrade/decide.ts#drop`]: call('release', [{ ...assignmentOf, query: { rule: 'whole' } }], {
    changed: '0',
  }),
  [`action ${assignment}/step.ts#step`]: call('edit assignments', ['[assignment]', 'deleted']),
  [`action ${teach}/assignments/save-assignment.ts#makeFromForm`]: call('edit assignments', ['[course]'], homeworkForm),
  [`action ${teach}/assignments/save-assignment.ts#changeFromForm`]: call(
    'edit assignments',
    ['[assignment]'],
    homeworkForm,
  ),
  [`action ${teach}/gradebook/[student]/give-mark.ts#saveMark`]: call(
    'mark',
    [{ ...assignmentOf, studentId: '[member]' }],
    { points: '1', reason: 'y', comment: '' },
  ),
  [`action ${teach}/gradebook/set-marking.ts#setMarking`]: call('release', ['[course]'], { dropLowest: '0' }),
  [`action ${teach}/live/live-acts.ts#askInHall`]: call('ask live', ['[course]', { kind: 'item', itemId }]),
  [`action ${teach}/live/live-acts.ts#moveLive`]: vague('ask live', [
    { courseId: '[course]', liveId: 'none', to: 'closed' },
  ]),
  [`action ${teach}/questions/check-question.ts#checkQuestion`]: call('edit assignments', ['[course]', questionDraft]),
  [`action ${teach}/questions/check-question.ts#markDraft`]: call('edit assignments', [
    '[course]',
    questionDraft,
    { choice: 0 },
  ]),
  [`action ${teach}/questions/save-question.ts#saveQuestion`]: call(
    'edit assignments',
    [{ courseId: '[course]', questionId: null }],
    { draft: JSON.stringify(questionDraft) },
  ),
  [`action ${teach}/questions/save-question.ts#removeQuestion`]: vague('edit assignments', [
    { courseId: '[course]', questionId: 'none' },
  ]),
  [`action ${teach}/reports/answer-report.ts#saveAnswer`]: vague('mark', [{ courseId: '[course]', reportId: 'none' }], {
    outcome: 'kept',
    answer: 'y',
  }),
}
