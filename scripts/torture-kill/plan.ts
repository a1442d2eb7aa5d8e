import type { FaultPlan } from '../../src/main/practice/faults.ts'
import { type Random, randomFrom } from './random.ts'

/** A point in the life of a request, as the vendor sees it. */
export type WirePoint = 'head' | 'body' | 'carried out' | 'answered'

/**
 * The moment of a kill. `time`: uniformly between the click and some time after its outcome usually shows. `disk`: at a
 * write into the data folder. `wire`: at a point of a request. The last two reach the short stretches between two steps
 * that a uniform draw would meet once in a thousand. `part`: below 1, where in the range it falls; jitter in ms.
 */
export type Moment =
  | { readonly at: 'time'; readonly part: number }
  | { readonly at: 'disk'; readonly part: number; readonly jitter: number }
  | { readonly at: 'wire'; readonly call: WireCall; readonly point: WirePoint; readonly jitter: number }

/** The calls whose points a kill may aim at. */
export type WireCall = 'extend/order' | 'calculate/extend/order' | 'ipAddress'

/** What goes wrong at the vendor with the paid call. `held`: the reply is held back for so many ms. */
export interface Trouble {
  readonly name: string
  /** Null: nothing. */
  readonly fault: FaultPlan | null
  /** Ms by which the outcome shows later than usual. */
  readonly later: number
}

/** What the person does before the click, and is told that it is saved. */
export type Edit = 'a new group' | 'another period' | 'a setting' | 'a threshold' | 'a deleted group'

/** Everything that chance decides in one round. */
export interface Round {
  readonly edits: readonly Edit[]
  /** `fresh`: a group never renewed. `again`: one renewed, or unknown: `Renew anyway` in the guard's dialog. */
  readonly click: 'fresh' | 'again'
  /** The group holds an id that the vendor does not accept: refused at the quote. */
  readonly badOrder: boolean
  readonly double: boolean
  readonly trouble: Trouble
  readonly moment: Moment
  /** Kills of the starts that follow, while what was found is recovered and looked at. */
  readonly starts: readonly Moment[]
  /** Part of a long day, in seconds, after which the last of these starts is killed: so long it may take to settle; null: none. */
  readonly longDay: number | null
  /** Ms by which the clocks go on before the next start, as over a night. */
  readonly pause: number
  readonly random: Random
}

/** The decisions of a round: the same for the same seed and number. */
export function planRound(seed: number, number: number): Round {
  const random = randomFrom(seed * 7919 + number * 104_729)
  const badOrder = random.chance(0.04)
  const trouble = badOrder ? none : troubleOf(random)
  return {
    edits: (['a new group', 'another period', 'a setting', 'a threshold', 'a deleted group'] as const).filter(
      () => random.chance(0.35),
    ),
    click: random.chance(0.2) ? 'again' : 'fresh',
    badOrder,
    double: random.chance(0.25),
    trouble,
    moment: clickMoment(random),
    starts: startMoments(random),
    longDay: random.chance(0.15) ? random.next() : null,
    pause: random.chance(0.25) ? random.between(2, 20) * 60_000 : 0,
    random,
  }
}

const none: Trouble = { name: 'no fault', fault: null, later: 0 }
const paid = { endpoint: 'extend/order' } as const

function troubleOf(random: Random): Trouble {
  const held = random.between(30, 500)
  const late = random.between(1200, 4000)
  return random.pick<Trouble>([
    [40, none],
    [12, { name: 'reply held back', fault: { kind: 'none', delayReplyMs: held, ...paid }, later: held }],
    [8, { name: 'slow to carry out', fault: { kind: 'none', delayBeforeMs: held, ...paid }, later: held }],
    [
      8,
      {
        name: 'carried out after the restart',
        fault: { kind: 'none', delayBeforeMs: late, ...paid },
        later: 0,
      },
    ],
    [10, { name: 'dropped after carrying out', fault: { kind: 'resetAfterActing', ...paid }, later: 0 }],
    [8, { name: 'dropped before carrying out', fault: { kind: 'resetBeforeActing', ...paid }, later: 0 }],
    [6, { name: 'HTTP 500 after carrying out', fault: { kind: 'status', status: 500, ...paid }, later: 0 }],
    [
      4,
      {
        name: 'HTTP 502, not carried out',
        fault: { kind: 'html', status: 502, acts: false, ...paid },
        later: 0,
      },
    ],
    [4, { name: 'reply cut short', fault: { kind: 'truncated', length: 'wrong', ...paid }, later: 0 }],
    [4, { name: 'refused', fault: { kind: 'error', code: 25, acts: false, ...paid }, later: 0 }],
  ])
}

function clickMoment(random: Random): Moment {
  return random.pick<() => Moment>([
    [50, () => ({ at: 'time', part: random.next() })],
    [25, () => ({ at: 'disk', part: random.next(), jitter: jitterOf(random) })],
    [25, () => wireMoment(random, 'extend/order')],
  ])()
}

function wireMoment(random: Random, usual: WireCall): Moment {
  const call = random.chance(0.8) ? usual : 'calculate/extend/order'
  const point = random.pick<WirePoint>([
    [2, 'head'],
    [2, 'body'],
    [3, 'carried out'],
    [4, 'answered'],
  ])
  return { at: 'wire', call, point, jitter: jitterOf(random) }
}

/** Mostly at once; else a few ms, in which the app does what comes next. */
function jitterOf(random: Random): number {
  return random.chance(0.4) ? 0 : random.next() * 8
}

function startMoments(random: Random): Moment[] {
  const moments: Moment[] = []
  while (moments.length < 3 && random.chance(0.35)) {
    moments.push(
      random.pick<() => Moment>([
        [40, () => ({ at: 'time', part: random.next() })],
        [25, () => ({ at: 'disk', part: random.next(), jitter: jitterOf(random) })],
        [
          35,
          () => ({
            at: 'wire',
            call: 'ipAddress',
            point: random.chance(0.3) ? 'body' : 'answered',
            jitter: jitterOf(random),
          }),
        ],
      ])(),
    )
  }
  return moments
}
