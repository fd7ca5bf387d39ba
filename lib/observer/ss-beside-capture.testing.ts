import type { State } from '@/lib/tcp/states'

/**
 * What `tcpdump -n -i lo` printed of two connections of Linux, without timestamps and with short port numbers: the
 * client closes first, half-closed for a while, then in the second one the server.
 */
export const dumpBesideSs = `\
12:19:21.341174 IP 127.0.0.1.40001 > 127.0.0.1.80: Flags [S], seq 1355306652, win 65495, options [mss 65495,nop,wscale 10], length 0
12:19:21.341192 IP 127.0.0.1.80 > 127.0.0.1.40001: Flags [S.], seq 1996714011, ack 1355306653, win 65483, options [mss 65495,nop,wscale 10], length 0
12:19:21.341226 IP 127.0.0.1.40001 > 127.0.0.1.80: Flags [.], ack 1, win 64, length 0
12:19:21.794225 IP 127.0.0.1.40001 > 127.0.0.1.80: Flags [P.], seq 1:6, ack 1, win 64, length 5
12:19:21.794238 IP 127.0.0.1.80 > 127.0.0.1.40001: Flags [.], ack 6, win 64, length 0
12:19:22.356616 IP 127.0.0.1.40001 > 127.0.0.1.80: Flags [F.], seq 6, ack 1, win 64, length 0
12:19:22.397947 IP 127.0.0.1.80 > 127.0.0.1.40001: Flags [.], ack 7, win 64, length 0
12:19:22.798311 IP 127.0.0.1.80 > 127.0.0.1.40001: Flags [P.], seq 1:5, ack 7, win 64, length 4
12:19:22.798328 IP 127.0.0.1.40001 > 127.0.0.1.80: Flags [.], ack 5, win 64, length 0
12:19:23.244716 IP 127.0.0.1.80 > 127.0.0.1.40001: Flags [F.], seq 5, ack 7, win 64, length 0
12:19:23.244737 IP 127.0.0.1.40001 > 127.0.0.1.80: Flags [.], ack 6, win 64, length 0
12:19:24.098856 IP 127.0.0.1.40002 > 127.0.0.1.80: Flags [S], seq 3749621387, win 65495, options [mss 65495,nop,wscale 10], length 0
12:19:24.098872 IP 127.0.0.1.80 > 127.0.0.1.40002: Flags [S.], seq 3185900464, ack 3749621388, win 65483, options [mss 65495,nop,wscale 10], length 0
12:19:24.098889 IP 127.0.0.1.40002 > 127.0.0.1.80: Flags [.], ack 1, win 64, length 0
12:19:24.537034 IP 127.0.0.1.80 > 127.0.0.1.40002: Flags [F.], seq 1, ack 1, win 64, length 0
12:19:24.537932 IP 127.0.0.1.40002 > 127.0.0.1.80: Flags [.], ack 2, win 64, length 0
12:19:25.034514 IP 127.0.0.1.40002 > 127.0.0.1.80: Flags [F.], seq 1, ack 2, win 64, length 0
12:19:25.034535 IP 127.0.0.1.80 > 127.0.0.1.40002: Flags [.], ack 2, win 64, length 0`

/** What `ss -tan` showed of both ends in the same run, once so many of those segments had passed; CLOSED is no row. */
export const shownBySs: readonly { readonly after: number; readonly client: State; readonly server: State }[] = [
  { after: 3, client: 'ESTABLISHED', server: 'ESTABLISHED' },
  { after: 5, client: 'ESTABLISHED', server: 'ESTABLISHED' },
  { after: 7, client: 'FIN-WAIT-2', server: 'CLOSE-WAIT' },
  { after: 9, client: 'FIN-WAIT-2', server: 'CLOSE-WAIT' },
  { after: 11, client: 'TIME-WAIT', server: 'CLOSED' },
  { after: 14, client: 'ESTABLISHED', server: 'ESTABLISHED' },
  { after: 16, client: 'CLOSE-WAIT', server: 'FIN-WAIT-2' },
  { after: 18, client: 'CLOSED', server: 'TIME-WAIT' },
]
