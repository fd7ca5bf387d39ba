import type { CourseAct } from '@/lib/teach/roles'

/**
 * Whom a page, a route or a server action is for:
 * - 'public': for everybody; it shows nothing of anybody.
 * - 'own': for whoever asks, about what is theirs; what is somebody else's is not there.
 * - an act: for those in the course of its address whose role may do it (lib/teach/roles.ts); for all others there is no such
 *   course. `archived` says that it is there for a course in the archive, too. An action says besides what it is called with: what is bound to it, and a form that is right in all else.
 */
export type Access = 'public' | 'own' | { readonly act: CourseAct; readonly archived?: true; readonly call?: Call }

type Call = { readonly bound: 'course' | 'member'; readonly form: Readonly<Record<string, string>> }

const of = (act: CourseAct): Access => ({ act })
const call = (act: CourseAct, bound: Call['bound'], form: Call['form'] = {}) =>
  ({ act, call: { bound, form } }) satisfies Access

const inArchive = (access: Exclude<Access, string>): Access => ({ ...access, archived: true })

const door = 'app/[locale]/teach/[course]/door/change-door.ts'
const member = 'app/[locale]/teach/[course]/people/[member]/change-member.ts'
const roster = 'app/[locale]/teach/[course]/people/roster/change-roster.ts'
const settings = 'app/[locale]/teach/[course]/settings/change-course.ts'
const account = 'app/[locale]/settings/account/actions.ts'

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
  'action app/[locale]/practice/start-practice.ts#startPractice': 'own',
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
  [`action ${door}#openDoor`]: call('manage people', 'course'),
  [`action ${door}#shutDoor`]: call('manage people', 'course'),
  'action app/[locale]/teach/[course]/leave-course.ts#leaveCourse': call('see course', 'course'),
  [`action ${member}#changeName`]: call('manage people', 'member', { name: 'Another', number: '1' }),
  [`action ${member}#changeRole`]: call('manage people', 'member', { role: 'observer' }),
  [`action ${member}#changeGranted`]: call('manage people', 'member', {
    factor: '2',
    extraMinutes: '5',
    breakMinutes: '0',
  }),
  [`action ${member}#removeMember`]: call('manage people', 'member'),
  [`action ${member}#readmit`]: call('manage people', 'member'),
  [`action ${roster}#changeRoster`]: call('manage people', 'course', {
    step: 'add',
    text: 'name,number\\nSomebody,99',
  }),
  [`action ${roster}#dropSeat`]: call('manage people', 'course', { seat: 'none' }),
  [`action ${roster}#sendInvitations`]: call('manage people', 'course'),
  [`action ${settings}#changeCourse`]: call('manage course', 'course', { name: 'Renamed', term: '' }),
  [`action ${settings}#archiveCourse`]: call('manage course', 'course'),
  [`action ${settings}#takeFromArchive`]: inArchive(call('manage course', 'course')),
  [`action ${settings}#handOver`]: inArchive(call('manage course', 'course', { member: 'none' })),
  [`action ${settings}#copyCourse`]: inArchive(call('manage course', 'course', { name: 'Copy', term: '' })),
  'action app/[locale]/teach/make-course.ts#makeCourse': 'own',
  'action app/[locale]/teach/make-course.ts#takeWaitingSeat': 'own',
}
