/**
 * The rules of event processing by name, each with the place in the RFC that states it. A proof lists the ones that
 * were applied, in order.
 */
export const checks = {
  'open.passive': '3.10.1',
  'open.active': '3.10.1',
  'open.passive-to-active': '3.10.1',
  'open.no-remote-socket': '3.10.1',
  'open.exists': '3.10.1',
  'open.must-not-affect-listener': '3.9.1.1, MUST-41',

  'send.no-connection': '3.10.2',
  'send.passive-to-active': '3.10.2',
  'send.no-remote-socket': '3.10.2',
  'send.queued': '3.10.2, 3.9.1.2',
  'send.text': '3.10.2',
  'send.closing': '3.10.2',

  'receive.no-connection': '3.10.3',
  'receive.queued': '3.10.3',
  'receive.served': '3.10.3',
  'receive.closing': '3.10.3',

  'close.no-connection': '3.10.4',
  'close.listener': '3.10.4',
  'close.syn-sent': '3.10.4',
  'close.fin': '3.10.4',
  'close.queued': '3.10.4',
  'close.fin-later': '3.10.4',
  'close.closing': '3.10.4',
  'close.rfc793-closing': 'RFC 793 3.9',

  'abort.no-connection': '3.10.5',
  'abort.delete': '3.10.5',
  'abort.reset': '3.10.5',
  'abort.ok': '3.10.5',

  'status.no-connection': '3.10.6',
  'status.state': '3.10.6',

  'closed.rst-discarded': '3.10.7.1',
  'closed.reset': '3.10.7.1',

  'listen.rst-ignored': '3.10.7.2 first',
  'listen.ack-reset': '3.10.7.2 second',
  'listen.syn': '3.10.7.2 third',
  'listen.dropped': '3.10.7.2 fourth',

  'syn-sent.ack-unacceptable': '3.10.7.3 first',
  'syn-sent.ack-acceptable': '3.10.7.3 first',
  'syn-sent.rst': '3.10.7.3 second, erratum 8167',
  'syn-sent.rst-without-ack': '3.10.7.3 second',
  'syn-sent.syn-acknowledged': '3.10.7.3 fourth',
  'syn-sent.syn-crossed': '3.10.7.3 fourth',
  'syn-sent.neither-syn-nor-rst': '3.10.7.3 fifth',

  'sequence.acceptable': '3.10.7.4 first',
  'sequence.trimmed': '3.10.7.4 first',
  'sequence.not-acceptable': '3.10.7.4 first',
  'sequence.rst-not-acceptable': '3.10.7.4 first',
  'sequence.held': '3.10.7.4 first, 3.10.7.4 seventh, SHLD-31, MAY-13',
  'sequence.fin-again': '3.10.7.4 first, 3.10.7.4 fifth, 3.10.7.4 eighth',
  'sequence.syn-ack-crossed': '3.5, Figure 7, A.2',

  'rst.challenge': '3.10.7.4 second',
  'rst.to-listen': '3.10.7.4 second',
  'rst.refused': '3.10.7.4 second',
  'rst.reset': '3.10.7.4 second',
  'rst.closed': '3.10.7.4 second',

  'syn.to-listen': '3.10.7.4 fourth',
  'syn.challenge': '3.10.7.4 fourth',
  'syn.reset': '3.10.7.4 fourth',

  'ack.absent': '3.10.7.4 fifth',
  'ack.too-old': '3.10.7.4 fifth, MAY-12',
  'ack.never-sent': '3.10.7.4 fifth',
  'ack.of-syn': '3.10.7.4 fifth',
  'ack.not-of-syn': '3.10.7.4 fifth',
  'ack.of-data': '3.10.7.4 fifth',
  'ack.duplicate': '3.10.7.4 fifth',
  'ack.of-fin': '3.10.7.4 fifth',
  'ack.of-fin-in-closing': '3.10.7.4 fifth',
  'ack.of-fin-in-last-ack': '3.10.7.4 fifth',
  'ack.ignored-in-closing': '3.10.7.4 fifth',

  'urg.signal': '3.10.7.4 sixth',

  'text.delivered': '3.10.7.4 seventh',
  'text.ignored': '3.10.7.4 seventh',

  'fin.to-close-wait': '3.10.7.4 eighth',
  'fin.to-closing': '3.10.7.4 eighth',
  'fin.to-time-wait': '3.10.7.4 eighth',
  'fin.remain': '3.10.7.4 eighth',

  'timeout.user': '3.10.8',
  'timeout.retransmission': '3.10.8',
  'timeout.time-wait': '3.10.8',
  'timeout.not-running': '3.10.8',
} as const satisfies Record<string, string>

export type CheckId = keyof typeof checks
