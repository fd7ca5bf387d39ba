import { type State, states } from './states'

/** Who writes the states' names, each in a way of their own. `elsewhere`: misspellings and other words that are read. */
export const writers = [
  'figure5',
  'ss',
  'netstatLinux',
  'kernelLinux',
  'conntrack',
  'bsd',
  'kernelBsd',
  'windows',
  'windowsApi',
  'dotnet',
  'snmp',
  'wireshark',
  'gvisor',
  'freertos',
  'chinese',
  'elsewhere',
] as const

export type Writer = (typeof writers)[number]

/**
 * The states' names as one meets them. `netstatLinux` is net-tools, `bsd` the netstat of the BSDs and macOS, `windows`
 * its netstat, `dotnet` TcpState and PowerShell, `wireshark` the strings of its one dissector that names states.
 *
 * Names alone are read, never numbers: LAST-ACK is 9 in Linux and SNMP but 10 in MIB_TCP_STATE, CLOSING 11, 10 and 9.
 */
export const namesInTheWild = {
  CLOSED: {
    figure5: ['CLOSED'],
    ss: ['UNCONN', 'closed'],
    // Linux's CLOSE is CLOSED, and has nothing to do with CLOSING.
    netstatLinux: ['CLOSE'],
    kernelLinux: ['TCP_CLOSE'],
    conntrack: ['CLOSE'],
    bsd: ['CLOSED'],
    kernelBsd: ['TCPS_CLOSED'],
    windows: ['CLOSED'],
    windowsApi: ['MIB_TCP_STATE_CLOSED', 'TCPSTATE_CLOSED'],
    dotnet: ['Closed'],
    snmp: ['closed'],
    wireshark: ['Closed'],
    gvisor: ['CLOSED'],
    freertos: ['eCLOSED'],
    chinese: ['关闭', '已关闭'],
    elsewhere: ['UNCONNECTED'],
  },
  LISTEN: {
    figure5: ['LISTEN'],
    ss: ['LISTEN', 'listening'],
    netstatLinux: ['LISTEN', 'LISTENING'],
    kernelLinux: ['TCP_LISTEN'],
    conntrack: [],
    bsd: ['LISTEN'],
    kernelBsd: ['TCPS_LISTEN'],
    windows: ['LISTENING'],
    windowsApi: ['MIB_TCP_STATE_LISTEN', 'TCPSTATE_LISTEN'],
    dotnet: ['Listen'],
    snmp: ['listen'],
    wireshark: ['Listen'],
    gvisor: ['LISTEN'],
    freertos: ['eTCP_LISTEN'],
    chinese: ['监听', '侦听', '收听'],
    elsewhere: [],
  },
  'SYN-SENT': {
    figure5: ['SYN SENT'],
    ss: ['SYN-SENT'],
    netstatLinux: ['SYN_SENT'],
    kernelLinux: ['TCP_SYN_SENT'],
    // Its SYN_SENT2 is the second SYN of a simultaneous open.
    conntrack: ['SYN_SENT', 'SYN_SENT2'],
    bsd: ['SYN_SENT'],
    kernelBsd: ['TCPS_SYN_SENT'],
    windows: ['SYN_SENT'],
    windowsApi: ['MIB_TCP_STATE_SYN_SENT', 'TCPSTATE_SYN_SENT'],
    dotnet: ['SynSent'],
    snmp: ['synSent'],
    wireshark: ['SYN Sent'],
    gvisor: ['SYN-SENT'],
    freertos: ['eCONNECT_SYN'],
    chinese: ['同步已发送'],
    elsewhere: ['SYN_SEND', 'SYNSENT'],
  },
  'SYN-RECEIVED': {
    figure5: ['SYN RCVD'],
    ss: ['SYN-RECV', 'syn-rcv'],
    netstatLinux: ['SYN_RECV'],
    kernelLinux: ['TCP_SYN_RECV'],
    conntrack: ['SYN_RECV'],
    bsd: ['SYN_RCVD'],
    kernelBsd: ['TCPS_SYN_RECEIVED'],
    windows: ['SYN_RECEIVED'],
    windowsApi: ['MIB_TCP_STATE_SYN_RCVD', 'TCPSTATE_SYN_RCVD'],
    dotnet: ['SynReceived'],
    snmp: ['synReceived'],
    wireshark: ['SYN received'],
    gvisor: ['SYN-RCVD'],
    freertos: ['eSYN_RECEIVED'],
    chinese: ['同步已接收', '同步收到'],
    // SYN_RCDV stands in the manual of lsof, SYN_REVD in many Chinese articles.
    elsewhere: ['SYN_RCV', 'SYNRECV', 'SYN_RCDV', 'SYN_REVD'],
  },
  ESTABLISHED: {
    figure5: ['ESTAB'],
    ss: ['ESTAB', 'established'],
    netstatLinux: ['ESTABLISHED'],
    kernelLinux: ['TCP_ESTABLISHED'],
    conntrack: ['ESTABLISHED'],
    bsd: ['ESTABLISHED'],
    kernelBsd: ['TCPS_ESTABLISHED'],
    windows: ['ESTABLISHED'],
    windowsApi: ['MIB_TCP_STATE_ESTAB', 'TCPSTATE_ESTABLISHED'],
    dotnet: ['Established'],
    snmp: ['established'],
    wireshark: ['Established'],
    gvisor: ['ESTABLISHED'],
    freertos: ['eESTABLISHED'],
    chinese: ['已建立', '已建立连接'],
    elsewhere: ['EST', 'ESTABLISED'],
  },
  'FIN-WAIT-1': {
    figure5: ['FIN WAIT-1'],
    ss: ['FIN-WAIT-1'],
    netstatLinux: ['FIN_WAIT1'],
    kernelLinux: ['TCP_FIN_WAIT1'],
    conntrack: [],
    bsd: ['FIN_WAIT_1'],
    kernelBsd: ['TCPS_FIN_WAIT_1'],
    windows: ['FIN_WAIT_1'],
    windowsApi: ['MIB_TCP_STATE_FIN_WAIT1', 'TCPSTATE_FIN_WAIT_1'],
    dotnet: ['FinWait1'],
    snmp: ['finWait1'],
    wireshark: ['FIN Wait 1'],
    gvisor: ['FIN-WAIT1'],
    freertos: ['eFIN_WAIT_1'],
    chinese: ['终止等待1'],
    elsewhere: ['FINWAIT1'],
  },
  'FIN-WAIT-2': {
    figure5: ['FINWAIT-2'],
    ss: ['FIN-WAIT-2'],
    netstatLinux: ['FIN_WAIT2'],
    kernelLinux: ['TCP_FIN_WAIT2'],
    conntrack: [],
    bsd: ['FIN_WAIT_2'],
    kernelBsd: ['TCPS_FIN_WAIT_2'],
    windows: ['FIN_WAIT_2'],
    windowsApi: ['MIB_TCP_STATE_FIN_WAIT2', 'TCPSTATE_FIN_WAIT_2'],
    dotnet: ['FinWait2'],
    snmp: ['finWait2'],
    wireshark: ['FIN Wait 2'],
    gvisor: ['FIN-WAIT2'],
    freertos: ['eFIN_WAIT_2'],
    chinese: ['终止等待2'],
    elsewhere: ['FINWAIT2'],
  },
  'CLOSE-WAIT': {
    figure5: ['CLOSE WAIT'],
    ss: ['CLOSE-WAIT'],
    netstatLinux: ['CLOSE_WAIT'],
    kernelLinux: ['TCP_CLOSE_WAIT'],
    conntrack: ['CLOSE_WAIT'],
    bsd: ['CLOSE_WAIT'],
    kernelBsd: ['TCPS_CLOSE_WAIT'],
    windows: ['CLOSE_WAIT'],
    windowsApi: ['MIB_TCP_STATE_CLOSE_WAIT', 'TCPSTATE_CLOSE_WAIT'],
    dotnet: ['CloseWait'],
    snmp: ['closeWait'],
    wireshark: ['Close Wait'],
    gvisor: ['CLOSE-WAIT'],
    freertos: ['eCLOSE_WAIT'],
    chinese: ['关闭等待'],
    elsewhere: ['CLOSEWAIT'],
  },
  CLOSING: {
    figure5: ['CLOSING'],
    ss: ['CLOSING'],
    netstatLinux: ['CLOSING'],
    kernelLinux: ['TCP_CLOSING'],
    conntrack: [],
    bsd: ['CLOSING'],
    kernelBsd: ['TCPS_CLOSING'],
    windows: ['CLOSING'],
    windowsApi: ['MIB_TCP_STATE_CLOSING', 'TCPSTATE_CLOSING'],
    dotnet: ['Closing'],
    snmp: ['closing'],
    wireshark: ['Closing'],
    gvisor: ['CLOSING'],
    freertos: ['eCLOSING'],
    chinese: ['正在关闭'],
    elsewhere: [],
  },
  'LAST-ACK': {
    figure5: ['LAST-ACK'],
    ss: ['LAST-ACK'],
    netstatLinux: ['LAST_ACK'],
    kernelLinux: ['TCP_LAST_ACK'],
    conntrack: ['LAST_ACK'],
    bsd: ['LAST_ACK'],
    kernelBsd: ['TCPS_LAST_ACK'],
    windows: ['LAST_ACK'],
    windowsApi: ['MIB_TCP_STATE_LAST_ACK', 'TCPSTATE_LAST_ACK'],
    dotnet: ['LastAck'],
    snmp: ['lastAck'],
    wireshark: ['Last ACK'],
    gvisor: ['LAST-ACK'],
    freertos: ['eLAST_ACK'],
    chinese: ['最后确认'],
    elsewhere: ['LASTACK'],
  },
  'TIME-WAIT': {
    figure5: ['TIME-WAIT'],
    ss: ['TIME-WAIT'],
    netstatLinux: ['TIME_WAIT'],
    kernelLinux: ['TCP_TIME_WAIT'],
    conntrack: ['TIME_WAIT'],
    bsd: ['TIME_WAIT'],
    kernelBsd: ['TCPS_TIME_WAIT'],
    // TIMED_WAIT stands in the help of netstat.
    windows: ['TIME_WAIT', 'TIMED_WAIT'],
    windowsApi: ['MIB_TCP_STATE_TIME_WAIT', 'TCPSTATE_TIME_WAIT'],
    dotnet: ['TimeWait'],
    snmp: ['timeWait'],
    wireshark: ['Time Wait'],
    gvisor: ['TIME-WAIT'],
    freertos: ['eTIME_WAIT'],
    chinese: ['时间等待'],
    elsewhere: ['TIMEWAIT', 'TIMED WAIT', '2MSL wait'],
  },
} as const satisfies Record<State, Record<Writer, readonly string[]>>

/** Why a name that looks like a state's is none. */
export const notAStateReasons = [
  'two states',
  'not known',
  'no connection yet',
  'request socket',
  'command',
  'other sockets',
  'failure',
  'starred',
  'connection tracking',
  'capture',
  'both ends',
] as const

export type NotAStateReason = (typeof notAStateReasons)[number]

/** Names that look like states and are no state of the RFC. A starred name (`SYN-SENT*` of T/TCP) is told by its star. */
export const notStates = {
  'two states': ['FIN_WAIT', '终止等待'],
  'not known': ['UNKNOWN'],
  'no connection yet': ['BOUND', 'BOUND_INACTIVE', 'TCP_BOUND_INACTIVE', 'IDLE', 'INITIAL'],
  'request socket': ['NEW_SYN_RECV', 'TCP_NEW_SYN_RECV'],
  command: ['DELETE_TCB', 'MIB_TCP_STATE_DELETE_TCB'],
  'other sockets': ['CONNECTING', 'CONNECTED', 'DISCONNECTING'],
  failure: ['ERROR'],
  starred: [],
  'connection tracking': ['NONE', 'IGNORE', 'RETRANS', 'UNACK'],
  capture: ['tcp.completeness'],
  'both ends': ['HALF-OPEN', 'HALF-CLOSED', '半开', '半关闭'],
} as const satisfies Record<NotAStateReason, readonly string[]>

/** What somebody wrote, read as the name of a state. `alias` is null where it is the RFC's name, else what was written. */
export type StateName =
  | { readonly kind: 'state'; readonly state: State; readonly alias: string | null }
  | { readonly kind: 'not a state'; readonly name: string; readonly why: NotAStateReason }
  | { readonly kind: 'unknown' }

/** One spelling for all: width, case and separators do not count, nor does the word "state" after the name. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}*]+/gu, '')
    .replace(/(?<=.)(STATE|状态)$/u, '')
}

const stateOf: ReadonlyMap<string, State> = new Map(
  states.flatMap((state) => [state, ...Object.values(namesInTheWild[state]).flat()].map((name) => [fold(name), state])),
)

const reasonOf: ReadonlyMap<string, NotAStateReason> = new Map(
  notAStateReasons.flatMap((why) => notStates[why].map((name) => [fold(name), why])),
)

/** The name without what stands around it: `TcpState.Listen`, `TCP LISTEN`, `closing(10)` of an SNMP walk. */
const wrappings = [/^/, /^(TCP\s*STATE|TCP)(?=.)/i, /\s*\(\d+\)\s*$/] as const

/**
 * Reads the name of a state in any spelling known, whatever its case, width and separators. Names that only look like
 * a state's are refused with the reason; all else is unknown.
 */
export function readStateName(text: string): StateName {
  const name = text.trim()
  for (const wrapping of wrappings) {
    const folded = fold(name.normalize('NFKC').replace(wrapping, ''))
    const state = stateOf.get(folded)
    if (state !== undefined) return { kind: 'state', state, alias: folded === fold(state) ? null : name }
    const why = reasonOf.get(folded) ?? (isStarred(folded) ? 'starred' : undefined)
    if (why !== undefined) return { kind: 'not a state', name, why }
  }
  return { kind: 'unknown' }
}

function isStarred(folded: string): boolean {
  return folded.endsWith('*') && stateOf.has(folded.slice(0, -1))
}
