import { aMatter, type Life } from './petition.ts';

const REVIEWING = ['ask-review', 'accept-review', 'draft-review', 'decide-review', 'serve-review'] as const;

/** Lives through what chance hardly reaches, so that together with random ones every kind of clock has run. */
export function guidedLives(): readonly Life[] {
  const forwarded = aMatter().registered().forwardedTo('d01-housing');
  const signed = forwarded.signed();
  const accepted = signed.accepted();
  const simple = aMatter()
    .registered()
    .done('forward', { to: 'd01-housing', simple: true })
    .signed()
    .done('accept', { route: '31(6)', procedure: 'simple' });
  const served = accepted.done('supervise').done('propose').handlerNamed().drafted().issued().after(2).served();
  const reviewed = REVIEWING.reduce<Life>((life, act) => life.done(act), served.after(3));
  const revoked = served
    .done('ask-review')
    .done('accept-review')
    .after(4)
    .done('draft-review', { outcome: 'revoke', grounds: ['facts'] })
    .done('decide-review')
    .done('serve-review');
  return [
    accepted.done('begin-mediation').done('end-mediation'),
    signed.after(3).accepted('31(5)'),
    aMatter({ purpose: 'suggestion' }).registered().forwardedTo('d01-housing').signed().accepted('29'),
    simple,
    simple.after(4).done('to-ordinary'),
    aMatter({ office: 'city-petition' }).registered().forwardedTo('d01-petition').after(1).signed(),
    aMatter({ office: 'd01-land' }).registered().forwardedTo('d01-housing').signed().objected().after(1).returnAgreed(),
    aMatter({ purpose: 'suggestion' })
      .registered()
      .done('forward', { to: 'd01-housing', simple: true })
      .signed()
      .done('accept', { route: '29', procedure: 'simple' })
      .after(2)
      .done('to-ordinary'),
    forwarded.signed().after(1).objected().after(1).returnAgreed(),
    served.done('correct-remedy'),
    served.rated('body', 'unsatisfied').done('rehandle').done('reopen-rating'),
    served.done('ask-review').done('ask-review-papers'),
    accepted.done('supervise').after(1).done('answer-order').done('return-order'),
    revoked,
    REVIEWING.reduce<Life>((life, act) => life.done(act), reviewed.after(5)),
  ];
}
